import type { Simulator } from '../../client/simulator.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import type { CallName } from './desk.ts';
import { inputOf, type Draft } from './draft.ts';

/** How far Finish came. */
export type Outcome =
  | { readonly KeyId: string; readonly refused?: never }
  | { readonly KeyId?: string; readonly refused: { readonly call: CallName; readonly refusal: Refusal } };

/**
 * Makes the calls of a draft that were not made yet.
 * @param begins told of each call before it is made, and of the key as soon as it stands
 */
export async function finish({ kms, account }: Simulator, draft: Draft, begins: (call: CallName, KeyId?: string) => void): Promise<Outcome> {
  let { KeyId } = draft;
  if (KeyId === undefined) {
    begins('CreateKey');
    try {
      KeyId = (await kms.createKey(inputOf(draft, account))).KeyMetadata?.KeyId ?? '';
    } catch (error) {
      return { refused: { call: 'CreateKey', refusal: refusalOf(error) } };
    }
  }
  begins('CreateAlias', KeyId);
  try {
    await kms.createAlias({ AliasName: `alias/${draft.alias}`, TargetKeyId: KeyId });
    return { KeyId };
  } catch (error) {
    return { KeyId, refused: { call: 'CreateAlias', refusal: refusalOf(error) } };
  }
}
