import fc from 'fast-check';

// Every run of `npm test` tries the same cases: it fails for a change, never for luck. New cases are tried by `npm run soak`.
fc.configureGlobal({ seed: 1_710_000_001 });

export default fc;
