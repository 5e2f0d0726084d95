/**
 * handover: what goes to the printer beside the press file: job ticket, report for people,
 * checksums, all of it in one folder or zip.
 */
export { type PackInput, packJob } from './pack-job.ts';
export { type Ticket, type TicketRow, ticketOf } from './ticket.ts';
export { zipFiles } from './zip.ts';
