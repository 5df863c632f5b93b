/** Texts of src/page/ui/sign-in. */
export const en = {
  title: 'Sign in',
  intro:
    'Choose whom to be. Whoever is signed in makes all calls of this page, and stands in CloudTrail’s events as `userIdentity`. There are no passwords here.',
  allowed: 'Everybody may do everything in the own account, and nothing in another one.',
  account: (account: string) => `Account ${account}`,
  iamUser: 'IAM user',
  iamRole: (session: string) => `IAM role, session \`${session}\``,
  current: 'signed in',
  done: (name: string, account: string) => `You act as ${name} in account ${account}.`,
  onward: 'Go on to Customer managed keys',
};
