import { greetingsTable } from './count.ts';

process.stdout.write(`${greetingsTable()}\n`);
