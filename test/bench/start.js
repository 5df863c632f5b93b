// Milliseconds since the navigation began. As an application would load it: one module script.
import { connect } from './build/glass-hsm.js';

const scriptRuns = performance.now();
const simulator = await connect({ database: 'bench-start' });
const connected = performance.now();
await simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
globalThis.times = { scriptRuns, connected, firstKey: performance.now() };
