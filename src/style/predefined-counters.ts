/** Counter styles that css-counter-styles-3 §6–7 defines, beside those that are keywords here. */
import type { CounterDefinition } from './counter-styles.ts';

type Table = Partial<Omit<CounterDefinition, 'fallback'>> &
  Pick<CounterDefinition, 'system'> & {
    /** Of the style that writes what this one cannot; absent: decimal. */
    readonly fallbackName?: string;
  };

/** Ten digits from the first on. */
function digits(zero: string): Table {
  const first = zero.codePointAt(0) ?? 48;
  const symbols = Array.from({ length: 10 }, (_, value) => String.fromCodePoint(first + value));
  return { system: 'numeric', symbols };
}

const spaced = (text: string): readonly string[] => text.trim().split(/\s+/);

const alphabetic = (letters: string): Table => ({ system: 'alphabetic', symbols: spaced(letters) });

/** `1000 M 900 CM …`, the largest first. */
function additive(text: string, most: number): Table {
  const words = spaced(text);
  const pairs = words.flatMap((word, index): (readonly [number, string])[] =>
    index % 2 === 0 ? [[Number(word), words[index + 1] ?? '']] : [],
  );
  return { system: 'additive', additive: pairs, range: [[1, most]] };
}

const eastAsianRange = [[-9999, 9999]] as const;

/** §7.1.3: digits, then the signs for ten, a hundred and a thousand. */
function chinese(signs: string, minus: string): Table {
  return {
    system: 'chinese',
    symbols: [...signs],
    negative: [minus, ''],
    suffix: '、',
    range: eastAsianRange,
    fallbackName: 'cjk-decimal',
  };
}

/**
 * §7.1.1–7.1.2: each digit with its place, `bare` where a single one of ten, a hundred or a thousand
 * is written without its digit.
 */
function eastAsian(
  digitSigns: string,
  places: string,
  isBare: boolean,
  others: Pick<Table, 'negative' | 'suffix'>,
): Table {
  const [nought = '', ...signs] = [...digitSigns];
  const pairs = [...places].flatMap((place, index) => {
    const weight = 1000 / 10 ** index;
    return signs.map((sign, at): readonly [number, string] => [
      (at + 1) * weight,
      isBare && at === 0 ? place : sign + place,
    ]);
  });
  const units = signs.map((sign, at): readonly [number, string] => [at + 1, sign]);
  const all = [...pairs, ...units, [0, nought] as const];
  return {
    system: 'additive',
    additive: all.toSorted(([one], [other]) => other - one),
    range: eastAsianRange,
    fallbackName: 'cjk-decimal',
    ...others,
  };
}

const japanese = { negative: ['マイナス', ''], suffix: '、' } as const;
const korean = { negative: ['마이너스 ', ''], suffix: ', ' } as const;

const armenianUpper = `9000 Ք 8000 Փ 7000 Ւ 6000 Ց 5000 Ր 4000 Տ 3000 Վ 2000 Ս 1000 Ռ 900 Ջ 800 Պ
  700 Չ 600 Ո 500 Շ 400 Ն 300 Յ 200 Մ 100 Ճ 90 Ղ 80 Ձ 70 Հ 60 Կ 50 Ծ 40 Խ 30 Լ 20 Ի 10 Ժ 9 Թ 8 Ը
  7 Է 6 Զ 5 Ե 4 Դ 3 Գ 2 Բ 1 Ա`;
const armenianLower = `9000 ք 8000 փ 7000 ւ 6000 ց 5000 ր 4000 տ 3000 վ 2000 ս 1000 ռ 900 ջ 800 պ
  700 չ 600 ո 500 շ 400 ն 300 յ 200 մ 100 ճ 90 ղ 80 ձ 70 հ 60 կ 50 ծ 40 խ 30 լ 20 ի 10 ժ 9 թ 8 ը
  7 է 6 զ 5 ե 4 դ 3 գ 2 բ 1 ա`;
const georgian = `10000 ჵ 9000 ჰ 8000 ჯ 7000 ჴ 6000 ხ 5000 ჭ 4000 წ 3000 ძ 2000 ც 1000 ჩ 900 შ 800 ყ
  700 ღ 600 ქ 500 ფ 400 ჳ 300 ტ 200 ს 100 რ 90 ჟ 80 პ 70 ო 60 ჲ 50 ნ 40 მ 30 ლ 20 კ 10 ი 9 თ 8 ჱ
  7 ზ 6 ვ 5 ე 4 დ 3 გ 2 ბ 1 ა`;
const hebrew = `10000 י׳ 9000 ט׳ 8000 ח׳ 7000 ז׳ 6000 ו׳ 5000 ה׳ 4000 ד׳ 3000 ג׳ 2000 ב׳ 1000 א׳ 400 ת
  300 ש 200 ר 100 ק 90 צ 80 פ 70 ע 60 ס 50 נ 40 מ 30 ל 20 כ 19 יט 18 יח 17 יז 16 טז 15 טו 10 י 9 ט
  8 ח 7 ז 6 ו 5 ה 4 ד 3 ג 2 ב 1 א`;

const latin = 'a b c d e f g h i j k l m n o p q r s t u v w x y z';
const roman = '1000 m 900 cm 500 d 400 cd 100 c 90 xc 50 l 40 xl 10 x 9 ix 5 v 4 iv 1 i';

/** The styles that are keywords, as data: for those that extend them or fall back to them. */
const keywordTables = (): readonly (readonly [string, Table])[] => [
  ['decimal-leading-zero', { ...digits('0'), pad: [2, '0'] }],
  ['lower-roman', additive(roman, 3999)],
  ['upper-roman', additive(roman.toUpperCase(), 3999)],
  ['lower-alpha', alphabetic(latin)],
  ['lower-latin', alphabetic(latin)],
  ['upper-alpha', alphabetic(latin.toUpperCase())],
  ['upper-latin', alphabetic(latin.toUpperCase())],
  ['lower-greek', alphabetic('α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω')],
  ['disc', { system: 'cyclic', symbols: ['•'], suffix: ' ' }],
  ['circle', { system: 'cyclic', symbols: ['◦'], suffix: ' ' }],
  ['square', { system: 'cyclic', symbols: ['▪'], suffix: ' ' }],
];

let tables: ReadonlyMap<string, Table> | undefined;

/** By name; made when the first is asked for. */
export function counterTables(): ReadonlyMap<string, Table> {
  tables ??= new Map<string, Table>([
    ...keywordTables(),
    ['arabic-indic', digits('٠')],
    ['armenian', additive(armenianUpper, 9999)],
    ['upper-armenian', additive(armenianUpper, 9999)],
    ['lower-armenian', additive(armenianLower, 9999)],
    ['bengali', digits('০')],
    ['cambodian', digits('០')],
    ['khmer', digits('០')],
    [
      'cjk-decimal',
      {
        system: 'numeric',
        symbols: [...'〇一二三四五六七八九'],
        suffix: '、',
        range: [[0, Infinity]],
      },
    ],
    ['devanagari', digits('०')],
    ['georgian', additive(georgian, 19999)],
    ['gujarati', digits('૦')],
    ['gurmukhi', digits('੦')],
    ['hebrew', additive(hebrew, 10999)],
    ['kannada', digits('೦')],
    ['lao', digits('໐')],
    ['malayalam', digits('൦')],
    ['mongolian', digits('᠐')],
    ['myanmar', digits('၀')],
    ['oriya', digits('୦')],
    ['persian', digits('۰')],
    ['tamil', digits('௦')],
    ['telugu', digits('౦')],
    ['thai', digits('๐')],
    ['tibetan', digits('༠')],
    [
      'hiragana',
      {
        ...alphabetic(`あ い う え お か き く け こ さ し す せ そ た ち つ て と な に ぬ ね の は ひ
          ふ へ ほ ま み む め も や ゆ よ ら り る れ ろ わ ゐ ゑ を ん`),
        suffix: '、',
      },
    ],
    [
      'katakana',
      {
        ...alphabetic(`ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ
          フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ヰ ヱ ヲ ン`),
        suffix: '、',
      },
    ],
    [
      'cjk-earthly-branch',
      { system: 'fixed', symbols: [...'子丑寅卯辰巳午未申酉戌亥'], suffix: '、' },
    ],
    ['cjk-heavenly-stem', { system: 'fixed', symbols: [...'甲乙丙丁戊己庚辛壬癸'], suffix: '、' }],
    ['japanese-informal', eastAsian('〇一二三四五六七八九', '千百十', true, japanese)],
    ['japanese-formal', eastAsian('零壱弐参四五六七八九', '阡百拾', false, japanese)],
    ['korean-hangul-formal', eastAsian('영일이삼사오육칠팔구', '천백십', false, korean)],
    ['korean-hanja-informal', eastAsian('零一二三四五六七八九', '千百十', true, korean)],
    ['korean-hanja-formal', eastAsian('零壹貳參四五六七八九', '仟百拾', false, korean)],
    ['simp-chinese-informal', chinese('零一二三四五六七八九十百千', '负')],
    ['simp-chinese-formal', chinese('零壹贰叁肆伍陆柒捌玖拾佰仟', '负')],
    ['trad-chinese-informal', chinese('零一二三四五六七八九十百千', '負')],
    ['trad-chinese-formal', chinese('零壹貳參肆伍陸柒捌玖拾佰仟', '負')],
    ['cjk-ideographic', chinese('零一二三四五六七八九十百千', '負')],
    [
      'ethiopic-numeric',
      {
        system: 'ethiopic',
        symbols: [...'፩፪፫፬፭፮፯፰፱፲፳፴፵፶፷፸፹፺፻፼'],
        suffix: '/ ',
        range: [[1, Number.POSITIVE_INFINITY]],
      },
    ],
    ['disclosure-open', { system: 'cyclic', symbols: ['▾'], suffix: ' ' }],
    ['disclosure-closed', { system: 'cyclic', symbols: ['▸'], suffix: ' ' }],
  ]);
  return tables;
}
