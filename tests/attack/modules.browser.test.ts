import { attackFamily } from './lab/family.ts';

attackFamily('modules');
