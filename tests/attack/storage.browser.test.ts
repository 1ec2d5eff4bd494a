import { attackFamily } from './lab/family.ts';

attackFamily('storage');
