import { readReference } from './api/reference.ts';
import { inRoot } from './build/paths.ts';

/** `npm run api`: the reference of every entry as pages, in `build/api`. */
const { app, project, problems } = await readReference();
for (const problem of problems) console.error(problem);
if (project === undefined || problems.length > 0) process.exitCode = 1;
if (project !== undefined) {
  await app.generateDocs(project, inRoot('build/api'));
  console.log('build/api/index.html');
}
