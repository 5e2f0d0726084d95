// What is set: the shipped brochure's running text, and three that are harder each in its way.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const copy = parse(
  readFileSync(
    fileURLToPath(new URL('../../content/ledersektionen/copy.yaml', import.meta.url)),
    'utf8',
  ),
);

/** The copy's marks, as the program reads them. */
const plain = (text) =>
  text
    .replaceAll(/\[\[|\]\]|\\-/g, '')
    .replaceAll('~', '\u00a0')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');

const paragraphsOf = (text) =>
  plain(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length > 60);

const brochure = [
  copy.voices.intro,
  ...copy.voices.questions.map(({ answer }) => answer),
  copy.letter.body,
].flatMap(paragraphsOf);

const compounds = [
  'Kommunalbestyrelsens arbejdsmarkedsudvalg behandlede i går den længe ventede beskæftigelsesindsats for sygedagpengemodtagere, og socialudvalgsformanden kunne fremlægge en resultatopgørelse, som både arbejdsløshedskasserne og handicaporganisationerne har efterlyst. Sagsbehandlingstiderne er nedbragt, og sygefraværsstatistikken viser, at medarbejdertilfredsheden er stigende.',
  'Børnefamilieydelserne, boligsikringsordningen og ældrecheckudbetalingerne skal fremover administreres af en fælles udbetalingsenhed. Forvaltningschefen understreger, at personoplysningerne behandles efter databeskyttelsesforordningen, og at borgerrådgivningsfunktionen bevares. Kommunikationsafdelingen udarbejder informationsmateriale, som lægges frem på biblioteker, sundhedscentre og genbrugsstationer.',
  'Arbejdsmiljørepræsentanterne har gennemført en spørgeskemaundersøgelse blandt daginstitutionspersonalet. Støjgenerne i legepladsområderne og indeklimaforholdene i garderoberummene er de hyppigste klagepunkter, mens efteruddannelsesmulighederne roses. Områdelederne foreslår, at vikardækningen omlægges, så kompetenceudviklingsforløb kan gennemføres i dagtimerne uden personaleunderskud.',
  'Trafiksikkerhedsudvalget anbefaler fodgængerovergange ved skoleveje, hastighedsdæmpende foranstaltninger i villakvartererne og en gennemgående cykelstiforbindelse langs ringvejsstrækningen. Anlægsbevillingen forventes frigivet ved budgetforhandlingerne i efteråret, og entreprenørudbuddet offentliggøres umiddelbart derefter. Kollektivtrafikselskabet justerer busdriftsplanerne i anlægsperioden.',
  'Ungdomsuddannelsesvejledningen tilbyder afklaringsforløb til elever, der overvejer en erhvervsuddannelse. Praktikpladsgarantien, skolehjemsordningen og mentorordningerne gennemgås på informationsmøder, hvor også virksomhedsrepræsentanter deltager. Gymnasielærernes studievejledergruppe samarbejder tæt med folkeskolernes udskolingslærere om brobygningsaktiviteter.',
];

const english = [
  'A folder that is set in narrow columns shows every fault of its spacing, because each line has only a handful of spaces to share out what is left over. Printers once solved the difficulty by hand: they changed a word, moved a syllable, or let a full stop hang a little outside the edge, and nobody who read the page was aware that anything had been done.',
  'When the same work was handed to machines, the patience went out of it. A line was filled until no further word would go in, the remainder was spread between the words, and the next line began with whatever had been left behind. The first line was therefore always good and the last always short, and the unfortunate reader met rivers of white running down through the middle.',
  'The cure has been known since nineteen eighty-one. Instead of deciding line by line, one looks at the whole paragraph, compares the thousands of ways in which it could be broken, and takes the one whose worst places are least bad. The arithmetic is modest; what it asks for is a description of ugliness, and that description is where the judgement of the compositor survives.',
  'Some of it is easily written down. Two hyphens below each other are tolerable, three are a ladder. A tight line beside a loose one looks worse than two that are slightly loose together. The last word of a paragraph should not be divided, nor should a line of three letters stand alone under a block of forty. Other parts of it are still learned by looking.',
  'What remains after the breaks have been chosen is smaller and just as important. Letters may grow or shrink by one or two hundredths without being noticed, and that is often enough to close a gap. Hyphens and commas are light, so a column whose commas stand exactly at the edge appears to be dented; moved outward by half their width, they make the edge look straight again.',
];

const narrow = [
  'Havnen åbner klokken otte, og de første kuttere er allerede på vej ud, når fiskehandleren skruer den blå markise ned. Man kan gå hele vejen rundt på en time, hvis man ikke standser, men det gør man, for bag hvert skur er der noget at se: net, der bliver bødet, en jolle, der får ny maling, og en gammel mand, der ved, hvordan vejret bliver i morgen.',
  'Ved den nordlige mole ligger museet, som fortæller om sejlskibenes tid. Her hænger navigationsinstrumenter, skibsportrætter og breve fra sømænd, som skrev hjem fra Valparaiso og Riga. Børn kan binde knob, prøve en køje og veje et anker med en talje, og i weekenden er der rundvisning ved en af de frivillige.',
  'Når man bliver sulten, er der tre muligheder: rygeriet, hvor silden ligger i lange rækker over bøgerøgen, kaffevognen ved slæbestedet og kroen på bakken, som har haft åbent siden enevældens dage. Alle tre ligger inden for få minutters gang, og fra kroens have kan man følge færgen, til den forsvinder bag odden.',
  'Turen slutter ved fyrtårnet. De hundrede og tolv trin er stejle, men udsigten er det hele værd: mod vest marskens diger og møller, mod øst den lange strand og langt ude skibene, der venter på lods. Tag en varm trøje med, også om sommeren, for vinden er sjældent stille heroppe.',
  'Vinterens storme har taget meget af skrænten nord for byen, og stien er derfor flyttet ind gennem plantagen. Følg de gule pæle, og hold hunden i snor, hvor fårene græsser. Efter regn kan lavningen ved engen være våd; et par gummistøvler er nok, og belønningen er orkideerne, som blomstrer sidst i maj.',
];

/** Widths are of the column; all text is 9.5/13 pt. */
export const texts = [
  { name: 'brochure, 57 mm', language: 'da', widthMm: 57, paragraphs: brochure },
  { name: 'compounds, 57 mm', language: 'da', widthMm: 57, paragraphs: compounds },
  { name: 'English, 57 mm', language: 'en', widthMm: 57, paragraphs: english },
  { name: 'narrow, 45 mm', language: 'da', widthMm: 45, paragraphs: narrow },
];
