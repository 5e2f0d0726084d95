import { computeStyles } from './src/style/index.ts';
import { createSource } from './src/base/index.ts';
const el=(tag:string,attrs:Record<string,string>={},...children:any[]):any=>({kind:'element',tag,namespace:'html',attributes:new Map(Object.entries(attrs)),children:children.map(c=>typeof c==='string'?{kind:'text',pieces:[{text:c}]}:c)});
const p1=el('p',{class:'a'},'x'); const p2=el('p',{style:'color: var(--deep); width: 10'}, 'y');
const doc:any={root:el('html',{},el('body',{},p1,p2)),language:'da',title:'',sheets:[],path:'t.html'};
const css=`:root { --deep: device-cmyk(100% 70% 0 20%); font-size: 10pt }
p { margin: 1em 2mm; color: var(--deep); border: 1px solid; line-heigt: 3; letter-spacing: .08em }
.a::before { content: "x" attr(class) }
@page front { background: var(--deep); size: A5 landscape; margin: 10mm }
p.a { display: flx; color: read; width: calc(100% - var(--bleed)*2); height: 10 }
`;
const findings:any[]=[];
const s=computeStyles(doc,{sheets:[createSource('a.css',css)],userAgentSheet:'html,body,p{display:block}',media:'press',rootProperties:{'--bleed':'3mm'},forgiving:false},{report:f=>findings.push(f),workspace:null as any});
const st=s.styleOf(p1); console.log(st.color,st.marginTop,st.borderTopWidth,st.borderTopColor,st.width,st.letterSpacing,st.display,s.styleOf(p1,'before')?.content, s.styleOf(p2).color);
console.log(s.pageStyleOf('front').size,s.pageStyleOf('front').style.backgroundColor,s.pageStyleOf('front').style.marginTop);
for(const f of findings) console.log(f.severity,f.code,f.message.en,f.hints.map((h:any)=>h.message.en).join(' / ').slice(0,100),f.span?.source.path,f.span?.source.text.slice(f.span.start,f.span.end));
