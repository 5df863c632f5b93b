import { added } from './reflect-begin.ts';

/** See reflect-begin.ts. */
for (const name of added) Reflect.deleteProperty(Reflect, name);
