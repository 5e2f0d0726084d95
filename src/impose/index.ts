/** impose: fold schemes, flat pages made of panels, printer's marks. */
export * from './scheme.ts';
