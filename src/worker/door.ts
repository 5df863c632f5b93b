import { httpStatusOf } from '../model/errors.ts';
import { arnOf, callerArnOf, identitiesIn } from '../model/identities.ts';
import type { Operation } from '../model/operation.ts';
import type { ServiceModel, ServiceName } from '../model/services.ts';
import type { Values } from '../model/shapes.ts';
import { identityOf, type CredentialScope } from '../wire/credentials.ts';
import { decode, encode, ShapeMismatch } from '../wire/json.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import { validationMessage } from '../wire/validate.ts';
import type { Call, Principal, TrailNote } from './call.ts';
import { simulatedNow } from './clock.ts';
import { runCloudHsmCli } from './cloudhsm/cli/service.ts';
import { runCloudHsm } from './cloudhsm/service.ts';
import { createPendingEvents, writeEvents, type PendingEvents } from './cloudtrail/pending.ts';
import { recordOf, type CallOutcome, type Caller } from './cloudtrail/record.ts';
import { runCloudTrail } from './cloudtrail/service.ts';
import type { Due } from './due.ts';
import { AwsError, SimulatorFault } from './errors.ts';
import { admit, contentType, mismatchText, type Admitted } from './front-end.ts';
import { newUuid } from './ids.ts';
import { runKms } from './kms/service.ts';
import { acceptedIds } from './scenarios/document.ts';
import { requireSameWorld, worldRead } from './same-world.ts';
import type { Simulation } from './simulation.ts';
import { Stale } from './storage/rows.ts';
import type { TrailEvent } from './storage/schema.ts';
import { createThrottling, type Throttle, type Throttling } from './throttling.ts';

/** How often an operation is run again because another tab moved, before that is a bug. */
const mostRuns = 20;

/** Answers AWS requests. The only place that turns a throw into an error body. */
export interface Door {
  /** @throws SimulatorFault, or what storage threw: the simulator could not answer */
  send(request: WireRequest): Promise<WireResponse>;
  /** Resolves when the events of all calls that were answered are stored. */
  settled(): Promise<void>;
}

export function createDoor(simulation: Simulation, due: Due): Door {
  const pending = createPendingEvents(simulation.storage);
  due.before(pending.goBefore);
  const run: { readonly [Name in ServiceName]: (call: Call, operation: string, input: Values) => Promise<Values | undefined> } = {
    kms: runKms,
    cloudhsmv2: runCloudHsm,
    cloudtrail: runCloudTrail,
    cloudhsmCli: runCloudHsmCli,
  };

  const throttling = createThrottling(simulation);

  return {
    settled: () => pending.flush(),
    async send(request) {
      const requestId = newUuid();
      const admitted = admit(request);
      if ('status' in admitted) return { ...admitted, headers: { 'x-amzn-requestid': requestId, ...admitted.headers } };
      const { json } = admitted;
      const { serviceName, service, operationName, operation } = admitted.target;

      await due.settle();
      const input = readInput(json, operation);
      const caller: Caller = {
        service,
        operationName,
        operation,
        input: input instanceof AwsError ? undefined : input,
        userAgent: request.headers['user-agent'] ?? '',
        host: request.host,
      };
      const context = await contextOf(simulation, pending, throttling, request, admitted, requestId, caller);
      const outcome = await outcomeOf(context, async (call) => {
        context.throttle?.request();
        if (input instanceof AwsError) throw input;
        const invalid = validationMessage(operation.input, input, acceptedIds);
        if (invalid !== undefined) throw new AwsError('ValidationException', invalid);
        return run[serviceName](call, operationName, input);
      });
      return 'error' in outcome
        ? failure(requestId, service, outcome.error)
        : success(requestId, operation, outcome.output);
    },
  };
}

/** A call, and its event's part in its commit. */
interface Context {
  readonly call: Call;
  readonly service: ServiceModel;
  readonly throttle: Throttle | undefined;
  /** Starts the call over: nothing of an earlier run counts, and no copy that it was made of. */
  restart(): void;
  /** Writes the event, unless the call's commit has. @throws SimulatorFault where the world was replaced meanwhile */
  finish(outcome: CallOutcome): Promise<void>;
}

async function contextOf(
  { momentAt, readClock, readWorld, storage }: Simulation,
  pending: PendingEvents,
  throttling: Throttling,
  request: WireRequest,
  { scope, target }: Admitted,
  requestId: string,
  caller: Caller,
): Promise<Context> {
  const principal = principalOf(scope, request);
  const world = await readWorld();
  const moment = momentAt({ account: principal.account, region: scope.region }, simulatedNow(await readClock()));
  const throttle = await throttling.of(moment, target.serviceName, target.operationName);
  let note: TrailNote = {};
  let committed = false;
  const event = (outcome: CallOutcome): TrailEvent | undefined => recordOf(call, caller, note, outcome);

  const call: Call = {
    ...moment,
    principal,
    requestId,
    throttle,
    note(more) {
      note = { ...note, ...more };
    },
    settled: () => pending.flush(),
    async commit(reads, decide) {
      void pending.goBefore();
      const answered = storage.commit({
        reads: [worldRead, ...reads],
        decide: (rows) => {
          requireSameWorld(rows.get('world', ['world']), world.generation);
          return decide(rows);
        },
        event: (outcome) => {
          if ('value' in outcome) return event({ output: outcome.value as Values | undefined });
          return outcome.error instanceof AwsError ? event({ error: outcome.error }) : undefined;
        },
      });
      // With its event, unless it threw anything else than AWS's error.
      await answered.then(
        () => (committed = true),
        (error: unknown) => (committed = error instanceof AwsError),
      );
      return answered;
    },
  };
  return {
    call,
    service: caller.service,
    throttle,
    restart() {
      note = {};
      storage.forget();
    },
    async finish(outcome) {
      if (committed) return;
      // What was read may be of both worlds, and who was refused may have been asking the next one.
      requireSameWorld(await storage.get('world', ['world']), world.generation);
      const made = event(outcome);
      if (!made) return;
      if (caller.operation.readOnly) pending.add(made, world.generation, 'error' in outcome ? [] : note.used);
      else {
        void pending.goBefore();
        await writeEvents(storage, world.generation, [{ event: made, used: [] }], 'strict');
      }
    },
  };
}

/** Runs the operation until it fits what is stored; AWS's errors are an outcome, everything else is thrown on. */
async function outcomeOf(context: Context, work: (call: Call) => Promise<Values | undefined>): Promise<CallOutcome> {
  for (let runs = 1; ; runs += 1) {
    let outcome: CallOutcome;
    try {
      outcome = { output: await work(context.call) };
    } catch (error) {
      if (error instanceof Stale && runs < mostRuns) {
        context.restart();
        continue;
      }
      if (error instanceof SimulatorFault || error instanceof DOMException) throw error;
      outcome = { error: error instanceof AwsError ? error : internal(context, error) };
    }
    await context.finish(outcome);
    return outcome;
  }
}

/** A bug of ours: AWS's answer to its own, and the details where a developer looks. */
function internal({ call, service }: Context, error: unknown): AwsError {
  console.error(`GlassHSM: request ${call.requestId} failed`, error);
  return new AwsError(service.internalError, `Internal failure; request ${call.requestId}.`);
}

/** An access key that was not issued here stands for the first identity of the calling client's account. */
function principalOf({ accessKeyId }: CredentialScope, { account: fallback }: WireRequest): Principal {
  const { account, identity } = identityOf(accessKeyId) ?? { account: fallback, identity: identitiesIn(fallback)[0] };
  const arn = callerArnOf(account, identity);
  return { account, identity, accessKeyId, arn, names: [arn, arnOf(account, identity)] };
}

function readInput(json: unknown, operation: Operation): Values | AwsError {
  try {
    return decode(operation.input, json);
  } catch (error) {
    if (error instanceof ShapeMismatch) return new AwsError('SerializationException', mismatchText(error));
    throw error;
  }
}

function success(requestId: string, operation: Operation, output: Values | undefined): WireResponse {
  const body = operation.output ? encode(operation.output, output ?? {}) : '';
  return { status: 200, headers: { 'x-amzn-requestid': requestId, 'content-type': contentType }, body };
}

function failure(requestId: string, service: ServiceModel, error: AwsError): WireResponse {
  // Of all services alike: it is the front end's [kinesalite].
  const member = error.name === 'SerializationException' ? 'Message' : service.messageMember;
  const text = error.text === undefined ? {} : { [member]: error.text };
  return {
    status: httpStatusOf(error.name),
    headers: { 'x-amzn-requestid': requestId, 'content-type': contentType },
    body: JSON.stringify({ __type: error.name, ...text }),
  };
}
