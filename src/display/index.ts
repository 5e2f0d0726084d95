/** display: laid-out fragments to drawing items in painting order, and their colours for print or screen. */
export * from './item.ts';
