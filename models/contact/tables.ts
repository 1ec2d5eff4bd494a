import { contactTables } from '../../src/decide/contact-tables.ts';

/** For the build, which imports no room of the package but the contract. */
export const packContactTables = contactTables;
