import { operation } from '../operation.ts';
import * as s from '../shapes.ts';

/**
 * What CloudHSM CLI asks of a cluster's HSMs: no AWS API, and in no CloudTrail. It goes through the same door as AWS's
 * services do. Names and shapes are ours; what the command line prints is CloudHSM CLI's (facts 6.5).
 */

/** Old names: CO (admin), CU (crypto-user), AU (internal), PRECO (unactivated-admin). */
export type UserRole = 'admin' | 'crypto-user' | 'unactivated-admin' | 'internal(APPLIANCE_USER)';

/** Which cluster the client is configured for; may be absent where the Region has one only. */
export interface OfCluster {
  ClusterId?: string;
}
/** Who is signed in: what Login answered. */
export interface OfSession extends OfCluster {
  SessionId: string;
}
/** A user of the cluster, by name and role. */
export interface UserName {
  Username: string;
  Role: 'admin' | 'crypto-user';
}
export interface UserPassword extends UserName {
  Password: string;
}

export interface ActivateInput extends OfCluster {
  Password: string;
}
export interface LoginInput extends OfCluster, UserPassword {
  /** A session of the same program at the cluster: it ends where the new one begins. */
  SessionId?: string;
}
export interface LoginOutput {
  ClusterId?: string;
  SessionId?: string;
}
export interface ClusterUserEntry {
  Username: string;
  Role: UserRole;
  Locked: boolean;
  /** A second factor is asked for. */
  Mfa: boolean;
  /** Whether the user is on all HSMs. */
  Coverage: 'full' | 'inconsistent';
}
export interface UserListOutput {
  Users?: ClusterUserEntry[];
}
/** Of a user's second factor: the key that signs the tokens of CloudHSM CLI, or none any more. */
export interface UserChangeMfaInput extends OfSession, UserName {
  /** RSA 2048, PEM. */
  PublicKey?: string;
  Deregister?: boolean;
}
export interface KeyListInput extends OfSession {
  /** `key-reference=0x…` or `attr.<name>=<value>`: a key is listed where all are true of it. */
  Filters?: string[];
  MaxItems?: number;
  StartingToken?: string;
  Verbose?: boolean;
}
export interface KeyEntry {
  KeyReference: string;
  Owner: string;
  /** The label alone, or all attributes as JSON text where the list is verbose. */
  Attributes: string;
}
export interface KeyListOutput {
  Keys?: KeyEntry[];
  TotalKeyCount?: number;
  NextToken?: string;
}
export interface KeyDeleteInput extends OfSession {
  Filters?: string[];
}
export interface HsmEntry {
  HsmId: string;
  AvailabilityZone: string;
  EniIp: string;
}
export interface HsmInfoOutput {
  HsmType?: string;
  Mode?: string;
  Hsms?: HsmEntry[];
}

const clusterId = { ClusterId: s.string() };
const session = { ...clusterId, SessionId: s.required(s.string()) };
const user = { Username: s.required(s.string()), Role: s.required(s.oneOf('admin', 'crypto-user')) };
const password = { Password: s.required(s.sensitive(s.string())) };
const filters = { Filters: s.list<string>(s.string()) };

export const cloudhsmCliOperations = {
  ActivateCluster: operation<ActivateInput, object>({ input: { ...clusterId, ...password }, output: {}, readOnly: false }),

  Login: operation<LoginInput, LoginOutput>({
    input: { ...clusterId, ...user, ...password, SessionId: s.string() },
    output: { ClusterId: s.string(), SessionId: s.string() },
    readOnly: false,
  }),
  Logout: operation<OfSession, object>({ input: session, output: {}, readOnly: false }),

  UserList: operation<OfCluster, UserListOutput>({
    input: clusterId,
    output: {
      Users: s.list<ClusterUserEntry>(
        s.structure<ClusterUserEntry>({
          Username: s.required(s.string()),
          Role: s.required(s.answer()),
          Locked: s.required(s.boolean),
          Mfa: s.required(s.boolean),
          Coverage: s.required(s.answer()),
        }),
      ),
    },
    readOnly: true,
  }),
  UserCreate: operation<OfSession & UserPassword, object>({ input: { ...session, ...user, ...password }, output: {}, readOnly: false }),
  UserDelete: operation<OfSession & UserName, object>({ input: { ...session, ...user }, output: {}, readOnly: false }),
  UserChangePassword: operation<OfSession & UserPassword, object>({
    input: { ...session, ...user, ...password },
    output: {},
    readOnly: false,
  }),
  UserChangeMfa: operation<UserChangeMfaInput, object>({
    input: { ...session, ...user, PublicKey: s.string(), Deregister: s.boolean },
    output: {},
    readOnly: false,
  }),

  KeyList: operation<KeyListInput, KeyListOutput>({
    input: { ...session, ...filters, MaxItems: s.integer(1), StartingToken: s.string(), Verbose: s.boolean },
    output: {
      Keys: s.list<KeyEntry>(
        s.structure<KeyEntry>({
          KeyReference: s.required(s.string()),
          Owner: s.required(s.string()),
          Attributes: s.required(s.string()),
        }),
      ),
      TotalKeyCount: s.integer(),
      NextToken: s.string(),
    },
    readOnly: true,
  }),
  KeyDelete: operation<KeyDeleteInput, object>({ input: { ...session, ...filters }, output: {}, readOnly: false }),

  HsmInfo: operation<OfCluster, HsmInfoOutput>({
    input: clusterId,
    output: {
      HsmType: s.string(),
      Mode: s.string(),
      Hsms: s.list<HsmEntry>(
        s.structure<HsmEntry>({ HsmId: s.required(s.string()), AvailabilityZone: s.required(s.string()), EniIp: s.required(s.string()) }),
      ),
    },
    readOnly: true,
  }),
};
