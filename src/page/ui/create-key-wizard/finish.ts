import type { Simulator } from '../../client/simulator.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { requestIdOf } from '../event-link.ts';
import type { CallName } from './desk.ts';
import { inputOf, type Draft } from './draft.ts';

/** How far Finish came. */
export type Outcome =
  | { readonly KeyId: string; readonly refused?: never }
  | { readonly KeyId?: string; readonly refused: { readonly call: CallName; readonly refusal: Refusal } };

/**
 * Makes the calls of a draft that were not made yet.
 * @param begins told of each call before it is made, and of the key as soon as it stands
 * @param ended told of each call that AWS has answered or refused, by which request id CloudTrail knows it
 */
export async function finish({ kms, account }: Simulator, draft: Draft, begins: (call: CallName, KeyId?: string) => void, ended: (call: CallName, requestId: string | undefined) => void): Promise<Outcome> {
  let { KeyId } = draft;
  if (KeyId === undefined) {
    begins('CreateKey');
    try {
      const answer = await kms.createKey(inputOf(draft, account));
      KeyId = answer.KeyMetadata?.KeyId ?? '';
      ended('CreateKey', requestIdOf(answer));
    } catch (error) {
      ended('CreateKey', requestIdOf(error));
      return { refused: { call: 'CreateKey', refusal: refusalOf(error) } };
    }
  }
  begins('CreateAlias', KeyId);
  try {
    ended('CreateAlias', requestIdOf(await kms.createAlias({ AliasName: `alias/${draft.alias}`, TargetKeyId: KeyId })));
    return { KeyId };
  } catch (error) {
    ended('CreateAlias', requestIdOf(error));
    return { KeyId, refused: { call: 'CreateAlias', refusal: refusalOf(error) } };
  }
}
