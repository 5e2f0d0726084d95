/** Everything that folds and paper tell the user, in English and Danish. */
import { type Diagnostic, hint, problem, type Span } from '../base/index.ts';

const crease = hint('write `crease: true` under `form`', 'skriv `crease: true` under `form`');

export function creaseNeeded(
  weightGsm: number,
  severity: 'error' | 'warning',
  span: Span,
): Diagnostic {
  return problem(
    severity,
    'folds/crease',
    {
      en: `paper of ${weightGsm} g/m² breaks along its folds unless it is creased first`,
      da: `papir på ${weightGsm} g/m² knækker i falsen, hvis det ikke bigges først`,
    },
    { span, hints: [crease] },
  );
}

export function paperHeavy(weightGsm: number, span: Span): Diagnostic {
  return problem(
    'warning',
    'folds/heavy-paper',
    {
      en: `paper of ${weightGsm} g/m² is board: few machines fold it`,
      da: `papir på ${weightGsm} g/m² er karton: få maskiner kan false det`,
    },
    {
      span,
      hints: [
        hint(
          'ask the printer, or take 250 g/m² or less',
          'spørg trykkeriet, eller vælg højst 250 g/m²',
        ),
      ],
    },
  );
}

export function sheetLarge(size: string, span: Span): Diagnostic {
  return problem(
    'note',
    'folds/larger-than-sra3',
    {
      en: `the flat sheet with its bleed is ${size} mm: it does not go on SRA3 (450 × 320 mm), the sheet of digital presses`,
      da: `det flade ark er med beskæring ${size.replaceAll('.', ',')} mm: det kan ikke være på SRA3 (450 × 320 mm), som er digitalpressernes ark`,
    },
    { span },
  );
}

export function panelNegative(role: string, span: Span): Diagnostic {
  return problem(
    'error',
    'folds/no-panel',
    {
      en: `nothing is left of the panel \`${role}\`: it gives up more than its width`,
      da: `der er intet tilbage af panelet \`${role}\`: det afgiver mere end sin bredde`,
    },
    {
      span,
      hints: [
        hint(
          'make the panels wider, or the compensation smaller',
          'gør panelerne bredere, eller kompensationen mindre',
        ),
      ],
    },
  );
}
