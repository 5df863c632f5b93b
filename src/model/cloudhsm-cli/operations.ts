import { operation } from '../operation.ts';
import * as s from '../shapes.ts';

/**
 * What CloudHSM CLI asks of a cluster's HSMs: no AWS API, and in no CloudTrail. It goes through the same door as AWS's
 * services do. Names and shapes are ours; what the command line prints is CloudHSM CLI's (facts 6.5).
 */

/** Old names: CO (admin), CU (crypto-user), AU (internal), PRECO (unactivated-admin). */
export type UserRole = 'admin' | 'crypto-user' | 'unactivated-admin' | 'internal(APPLIANCE_USER)';

/** Who is signed in; a command line that has signed in sends it with each command. */
export interface SignedIn {
  Username: string;
  Role: 'admin' | 'crypto-user';
  Password: string;
}
export interface ClusterUserEntry {
  Username: string;
  Role: UserRole;
  Locked: boolean;
  /** Whether the user is on all HSMs. */
  Coverage: 'full' | 'inconsistent';
}
/** Which cluster the client is configured for; may be absent where the Region has one only. */
interface OfCluster {
  ClusterId?: string;
}
export interface ActivateInput extends OfCluster {
  Password: string;
}
export interface LoginInput extends OfCluster, SignedIn {}
export interface LoginOutput {
  ClusterId?: string;
}
export interface UserListOutput {
  Users?: ClusterUserEntry[];
}
export interface UserCreateInput extends OfCluster {
  SignedIn: SignedIn;
  Username: string;
  Role: 'admin' | 'crypto-user';
  Password: string;
}

const clusterId = s.string();
const role = s.oneOf('admin', 'crypto-user');
const password = s.sensitive(s.string());
const signedIn = s.structure<SignedIn>({ Username: s.required(s.string()), Role: s.required(role), Password: s.required(password) });

export const cloudhsmCliOperations = {
  ActivateCluster: operation<ActivateInput, object>({
    input: { ClusterId: clusterId, Password: s.required(password) },
    output: {},
    readOnly: false,
  }),

  Login: operation<LoginInput, LoginOutput>({
    input: { ClusterId: clusterId, Username: s.required(s.string()), Role: s.required(role), Password: s.required(password) },
    output: { ClusterId: s.string() },
    readOnly: true,
  }),

  UserCreate: operation<UserCreateInput, object>({
    input: {
      ClusterId: clusterId,
      SignedIn: s.required(signedIn),
      Username: s.required(s.string()),
      Role: s.required(role),
      Password: s.required(password),
    },
    output: {},
    readOnly: false,
  }),

  UserList: operation<OfCluster, UserListOutput>({
    input: { ClusterId: clusterId },
    output: {
      Users: s.list<ClusterUserEntry>(
        s.structure<ClusterUserEntry>({
          Username: s.required(s.string()),
          Role: s.required(s.answer()),
          Locked: s.required(s.boolean),
          Coverage: s.required(s.answer()),
        }),
      ),
    },
    readOnly: true,
  }),
};
