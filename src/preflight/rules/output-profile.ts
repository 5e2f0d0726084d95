import { latin, numberOf } from '../../pdf/index.ts';
import { nameEntry } from '../art.ts';
import { type PreflightRule, say } from '../rule.ts';

export const outputProfile: PreflightRule = {
  code: 'preflight/output-profile',
  title: say(
    'the output intent embeds a CMYK output profile',
    'outputhensigten indeholder en CMYK-trykprofil',
  ),
  severity: 'error',
  source: 'ISO 15930-7:2010, output intents; GWG 2022 R0035; ICC.1:2022 §7.2',
  check({ file, outputIntents }) {
    const intent = outputIntents.find((entry) => nameEntry(file, entry, 'S') === 'GTS_PDFX');
    if (!intent) return [];
    const stream = file.entry(intent, 'DestOutputProfile', 'stream');
    if (!stream)
      return [
        { message: say('no output profile is embedded', 'der er ikke indlejret nogen trykprofil') },
      ];
    const header = latin((file.decode(stream) ?? new Uint8Array()).subarray(0, 40));
    const components = numberOf(file.resolve(stream.dictionary.entries.get('N')));
    const isPrinter = header.slice(12, 16) === 'prtr' && header.slice(16, 20) === 'CMYK';
    if (isPrinter && header.slice(36, 40) === 'acsp' && components === 4) return [];
    return [
      {
        message: say(
          'the embedded output profile is not an ICC profile of class `prtr` in CMYK with `/N 4`',
          'den indlejrede trykprofil er ikke en ICC-profil af klassen `prtr` i CMYK med `/N 4`',
        ),
      },
    ];
  },
};
