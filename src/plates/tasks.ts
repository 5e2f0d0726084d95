/** plates' work for threads: what the rest of the room loads, they have no use for. */
export { paintPageTask } from './page-task.ts';
