// A thread that trains what it is handed, one thing at a time.

import { parentPort } from 'node:worker_threads';
import { runJob, type ColumnsJob, type NetworkJob } from './trainers.ts';

parentPort?.on('message', (job: ColumnsJob | NetworkJob) => { parentPort?.postMessage(runJob(job)); });
