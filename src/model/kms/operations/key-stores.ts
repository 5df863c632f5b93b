import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

const external = 'external key stores';
const externalMembers = {
  XksProxyUriEndpoint: external,
  XksProxyUriPath: external,
  XksProxyVpcEndpointServiceName: external,
  XksProxyVpcEndpointServiceOwner: external,
  XksProxyAuthenticationCredential: external,
  XksProxyConnectivity: external,
};

/** Custom key stores. */
export const keyStoreOperations = {
  ConnectCustomKeyStore: operation<sdk.ConnectCustomKeyStoreCommandInput, sdk.ConnectCustomKeyStoreCommandOutput>({
    input: { CustomKeyStoreId: s.required(m.customKeyStoreId) },
    output: {},
    readOnly: false,
  }),

  CreateCustomKeyStore: operation<sdk.CreateCustomKeyStoreCommandInput, sdk.CreateCustomKeyStoreCommandOutput>({
    input: {
      CustomKeyStoreName: s.required(m.customKeyStoreName),
      CloudHsmClusterId: m.clusterId,
      TrustAnchorCertificate: s.unlogged(s.string(1, 5000)),
      KeyStorePassword: m.keyStorePassword,
      CustomKeyStoreType: s.oneOf('AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
      ...m.externalKeyStore,
    },
    output: { CustomKeyStoreId: s.string() },
    readOnly: false,
    trailNames: { CloudHsmClusterId: 'clusterId' },
    partly: { CustomKeyStoreType: { EXTERNAL_KEY_STORE: external }, ...externalMembers },
  }),

  DeleteCustomKeyStore: operation<sdk.DeleteCustomKeyStoreCommandInput, sdk.DeleteCustomKeyStoreCommandOutput>({
    input: { CustomKeyStoreId: s.required(m.customKeyStoreId) },
    output: {},
    readOnly: false,
  }),

  DescribeCustomKeyStores: operation<sdk.DescribeCustomKeyStoresCommandInput, sdk.DescribeCustomKeyStoresCommandOutput>(
    {
      input: {
        CustomKeyStoreId: m.customKeyStoreId,
        CustomKeyStoreName: m.customKeyStoreName,
        Limit: m.limit,
        Marker: m.marker,
      },
      output: { CustomKeyStores: s.list<sdk.CustomKeyStoresListEntry>(m.customKeyStore), ...m.page },
      readOnly: true,
    },
  ),

  DisconnectCustomKeyStore: operation<
    sdk.DisconnectCustomKeyStoreCommandInput,
    sdk.DisconnectCustomKeyStoreCommandOutput
  >({
    input: { CustomKeyStoreId: s.required(m.customKeyStoreId) },
    output: {},
    readOnly: false,
  }),

  UpdateCustomKeyStore: operation<sdk.UpdateCustomKeyStoreCommandInput, sdk.UpdateCustomKeyStoreCommandOutput>({
    input: {
      CustomKeyStoreId: s.required(m.customKeyStoreId),
      NewCustomKeyStoreName: m.customKeyStoreName,
      KeyStorePassword: m.keyStorePassword,
      CloudHsmClusterId: m.clusterId,
      ...m.externalKeyStore,
    },
    output: {},
    readOnly: false,
    trailNames: { CloudHsmClusterId: 'clusterId' },
    partly: externalMembers,
  }),
};
