/**
 * Attributes that look like one that counts and are none: `stlye`. Other names that nobody knows are
 * those of programs, and mean nothing here.
 */
import { nearest } from '../base/index.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Those that change what is printed. */
const effective =
  words(`align alt background bgcolor border cellpadding cellspacing checked class cols
  colspan content dir face headers height hidden href id label lang list max min nowrap open placeholder
  reversed role rows rowspan selected size sizes span src srcset start style title type usemap valign
  value vspace hspace width`);

/** The rest of HTML's, old ones too (HTML §3.2.6, the index of attributes, §16.2). */
const others =
  words(`abbr accept accesskey action allow allowfullscreen alink archive as async autocapitalize
  autocomplete autocorrect autofocus autoplay axis blocking bordercolor bottommargin char charoff charset
  cite classid clear code codebase codetype color compact contenteditable controls coords crossorigin data
  datetime declare decoding default defer dirname disabled download draggable encoding enctype enterkeyhint event
  fetchpriority for form formaction formenctype formmethod formnovalidate formtarget frame frameborder height
  high hreflang imagesizes imagesrcset inert inputmode integrity is ismap itemid itemprop itemref itemscope
  itemtype kind language leftmargin link loading longdesc loop low lowsrc manifest marginheight marginwidth
  maxlength media method minlength multiple muted name nohref nomodule nonce noresize noshade novalidate object
  optimum part pattern ping playsinline popover poster preload profile prompt property readonly referrerpolicy rel
  required rev rightmargin rules sandbox scheme scope scrolling shape slot spellcheck srcdoc srclang
  standby step summary tabindex target text theme topmargin translate typemustmatch version vlink
  vocab typeof resource prefix about datatype inlist wrap xmlns`);

let known: ReadonlySet<string> | undefined;

/** The attribute that was meant; undefined where a name is right, or far from all that count. */
export function meantAttribute(name: string): string | undefined {
  known ??= new Set([...effective, ...others]);
  // Libraries have their own with signs and figures in them.
  if (known.has(name) || name.length < 4 || !/^[a-z]+$/.test(name)) return undefined;
  return nearest(name, effective);
}
