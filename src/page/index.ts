/** The library, `glass-hsm.js`: a simulated AWS CloudHSM key store in this page. */
export { connect, type ConnectOptions } from './client/connect.ts';
export { AwsError, SimulatorError, type ResponseMetadata } from './client/errors.ts';
export { ChangeEvent, CommandEvent, ExchangeEvent, type Dispatches } from './client/events.ts';
export type { SdkRequest, SdkRequestHandler, SdkResponse } from './client/http.ts';
export type { CallOptions, ServiceClient } from './client/services.ts';
export type { Shell } from './client/shell.ts';
export type { Control, Credentials, Simulator } from './client/simulator.ts';
export type { FaultName, InjectedFault, Notes, ScenarioName, WorldSummary } from '../model/control.ts';
export type * from '../model/look.ts';
export type { Change, OpenResult, WireRequest, WireResponse } from '../wire/messages.ts';
