/** The second half of 5,000 damaged pages, so that both halves run at once. */
import { checkDamaged } from '../support/damaged-pages.ts';

checkDamaged(2500, 5000);
