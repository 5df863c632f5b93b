import type { Command } from '../command.ts';
import { clusterCommands } from './cluster.ts';
import { keyCommands } from './key.ts';
import { sessionCommands } from './session.ts';
import { userCommands } from './user.ts';

/** By name. Options, prompts and answers are CloudHSM CLI's (facts 6.5; User Guide, "CloudHSM CLI reference"). */
export const commands: Readonly<Record<string, Command>> = { ...clusterCommands, ...keyCommands, ...sessionCommands, ...userCommands };
