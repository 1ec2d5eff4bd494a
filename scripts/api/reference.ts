import { readFileSync } from 'node:fs';
import { Application, type ProjectReflection } from 'typedoc';
import { inRoot } from '../build/paths.ts';

/** Of `exports`: what has types of its own. A catalogue is one value of a type that `inward/ui` documents. */
export function typedEntries(): readonly { readonly name: string; readonly types: string }[] {
  const { exports } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { readonly exports: Readonly<Record<string, string | { readonly types?: string }>> };
  return Object.entries(exports).flatMap(([name, what]) => (
    typeof what === 'string' || what.types === undefined || what.types.includes('/catalogues/') ? [] : [{ name: `inward${name.slice(1)}`, types: what.types }]));
}

export interface Reference {
  readonly app: Application;
  readonly project: ProjectReflection | undefined;
  readonly problems: readonly string[];
}

/**
 * What a user's editor sees, read as a reference: the declarations of `dist/types`, by entry. `npm run build` makes them. About 20 seconds.
 * `problems` names links that lead nowhere, and types that stand in a signature and cannot be imported.
 */
export async function readReference(): Promise<Reference> {
  const app = await Application.bootstrap({
    name: 'Inward', entryPoints: typedEntries().map(({ types }) => inRoot(types)), tsconfig: inRoot('scripts/api/tsconfig.json'),
    readme: 'none', disableSources: true, disableGit: true, skipErrorChecking: true, excludeExternals: true, excludePrivate: true, logLevel: 'Warn',
    validation: { notExported: true, invalidLink: true, notDocumented: false },
    // Lists that a type is made of: the type says them.
    intentionallyNotExported: ['ERROR_CODES', 'HONEST_LABELS', 'SCAM_LABELS', 'MODEL_LANGUAGES', 'WithId'],
  });
  const problems: string[] = [];
  const { logger } = app;
  logger.log = (message, level) => { if (level >= 2) problems.push(message); };
  const project = await app.convert();
  if (project !== undefined) {
    for (const module of project.children ?? []) {
      const entry = typedEntries().find(({ types }) => /^\.\/dist\/types\/src\/(.+?)(?:(?<=\w)\/index)?\.d\.ts$/u.exec(types)?.[1] === module.name);
      if (entry) module.name = entry.name;
    }
    app.validate(project);
  }
  return { app, project, problems };
}
