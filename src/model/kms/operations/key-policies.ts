import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

/** Key policies. */
export const keyPolicyOperations = {
  GetKeyPolicy: operation<sdk.GetKeyPolicyCommandInput, sdk.GetKeyPolicyCommandOutput>({
    input: { KeyId: s.required(m.keyId), PolicyName: m.policyName },
    output: { Policy: s.string(), PolicyName: s.string() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
    trailDefaults: { PolicyName: 'default' },
  }),

  ListKeyPolicies: operation<sdk.ListKeyPoliciesCommandInput, sdk.ListKeyPoliciesCommandOutput>({
    input: { KeyId: s.required(m.keyId), Limit: m.limit, Marker: m.marker },
    output: { PolicyNames: s.list<string>(s.string()), ...m.page },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
  }),

  PutKeyPolicy: operation<sdk.PutKeyPolicyCommandInput, sdk.PutKeyPolicyCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      PolicyName: m.policyName,
      Policy: s.required(m.policy),
      BypassPolicyLockoutSafetyCheck: s.boolean,
    },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
    trailDefaults: { PolicyName: 'default', BypassPolicyLockoutSafetyCheck: false },
  }),
};
