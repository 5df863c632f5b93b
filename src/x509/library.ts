/** @peculiar/x509, ready to use: 59 kB compressed, so never imported but through load.ts. The order of the imports matters. */
import './reflect-begin.ts';
export * from '@peculiar/x509';
import './reflect-end.ts';
