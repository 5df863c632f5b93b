import type { FaultName } from '../../../../model/control.ts';
import type { Deed } from '../deeds.ts';
import { faultsOf, suffers, type World } from '../world.ts';
import type { Step, StepName } from './step.ts';

/** What passes by itself at AWS, or is repaired with a service that is not simulated: here a switch stands for it. */
const ends = (name: StepName, fault: FaultName, elsewhere?: (world: World) => string): Step => ({
  name,
  done: (world) => !suffers(world, fault),
  deeds: (world) =>
    faultsOf(world, fault).map(
      ({ target }, i): Deed => ({ by: 'nature', fault, active: false, target, ...(elsewhere && i === 0 && { elsewhere: elsewhere(world) }) }),
    ),
  sees: () => ({ what: fault, from: 'active', to: 'ended' }),
});

export const endNetwork = ends('endNetwork', 'network');
export const freeAddresses = ends('freeAddresses', 'subnet-full');
export const waitForAws = ends('waitForAws', 'internal-error');
export const freeSessions = ends('backOff', 'pkcs11-sessions');
export const slowDown = ends('backOff', 'throttling');

/** The rules that CloudHSM gives a cluster's security group: TCP 2223–2225 among its own members, in and out (facts 1.3, 6.4). */
export const openPorts = ends('openPorts', 'security-group', ({ cluster, region }) => {
  const group = cluster?.SecurityGroup.GroupId ?? '';
  const permission = `IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{GroupId=${group}}]`;
  return ['ingress', 'egress']
    .map((way) => `aws ec2 authorize-security-group-${way} \\\n  --group-id ${group} \\\n  --ip-permissions '${permission}' \\\n  --region ${region}`)
    .join('\n\n');
});
