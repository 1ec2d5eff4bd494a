import { attackFamily } from './lab/family.ts';

attackFamily('code-from-strings');
