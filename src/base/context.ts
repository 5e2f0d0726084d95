import type { Report } from './diagnostic.ts';
import type { Workspace } from './workspace.ts';

/** What every phase is given besides its input; nothing else is global. */
export interface Context {
  readonly report: Report;
  readonly workspace: Workspace;
}
