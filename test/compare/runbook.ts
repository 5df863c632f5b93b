/** What test/compare/runbook.mjs needs of the page, for Node. */
export { callOf } from '../../src/page/ui/calls/call.ts';
export { bookOf } from '../../src/page/ui/runbook/formats.ts';
export { isUsualStep, stepsOf } from '../../src/page/ui/runbook/steps.ts';
