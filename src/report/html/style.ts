/** How the page looks: light and dark, narrow and wide, on a screen and on paper. */

const LIGHT = `--ground:#ffffff;--card:#f6f8fa;--text:#1f2328;--dim:#59636e;--line:#d1d9e0;--link:#0550ae;
--p:#1a7f37;--w:#9a6700;--f:#cf222e;--i:#8250df;--s:#6e7781;--x:#59636e;--n:#59636e;--soft-p:#4ac26b;--cross:#ffffff`;

const DARK = `--ground:#0d1117;--card:#151b23;--text:#f0f6fc;--dim:#9198a1;--line:#3d444d;--link:#79c0ff;
--p:#3fb950;--w:#d29922;--f:#f85149;--i:#ab7df8;--s:#9198a1;--x:#9198a1;--n:#9198a1;--soft-p:#238636;--cross:#0d1117`;

/** The style sheet, in one element of the page. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT}}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 1.25rem}
a{color:var(--link)}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 .5rem;font-weight:650;text-wrap:balance}
h2{font-size:1.15rem;margin:2.25rem 0 .75rem;font-weight:650}
code{font:.86em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.dim,.legend,footer{color:var(--dim)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
header{padding-top:1.75rem}
.gate{display:inline-block;font-weight:650;padding:.1rem .7rem;border-radius:1rem;border:1.5px solid currentColor}
.gate.open{color:var(--p)}
.gate.closed{color:var(--f)}
.lead{margin:0 0 .35rem;font-size:1.05rem}
.numbers{display:grid;grid-template-columns:repeat(3,1fr);gap:.75rem;margin:1.25rem 0 0;padding:0}
.numbers div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.7rem 1rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.numbers dd{margin:0;font-size:1.9rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums}
.numbers dd small{font-size:1rem;font-weight:400;color:var(--dim)}
.numbers dt{color:var(--dim);font-size:.9rem}
.m,.sign{font-weight:650;white-space:nowrap}
.m.p,.card.p .sign{color:var(--p)}.m.w,.card.w .sign{color:var(--w)}.m.f,.card.f .sign{color:var(--f)}
.m.i,.card.i .sign{color:var(--i)}.m.s,.m.x,.m.n,.card.x .sign,.card.n .sign{color:var(--dim)}
.card{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:8px;margin:0 0 .6rem}
.card.f{border-left-color:var(--f)}.card.w{border-left-color:var(--w)}.card.i{border-left-color:var(--i)}
.card>summary{display:flex;gap:.75rem;padding:.7rem 1rem;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
.card>summary::after,.quiet>summary::after,.dom>summary::after{content:"";flex:none;width:.5rem;height:.5rem;margin:.5rem .1rem 0 auto;border:solid var(--dim);border-width:0 2px 2px 0;transform:rotate(45deg)}
[open]>summary::after{transform:rotate(-135deg);margin-top:.75rem}
.sign{width:1rem;text-align:center}
.what{min-width:0}
.msg{display:block;font-weight:550}
.meta{display:block;color:var(--dim);font-size:.9rem}
.meta b{font-weight:600;color:var(--text)}
.sev::before,.where::before{content:"· "}
.card dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.4rem 1rem;margin:0;padding:.2rem 1rem .9rem 2.75rem}
.card dt{color:var(--dim)}
.card dt::first-letter{text-transform:uppercase}
.card dd{margin:0}
.alike{margin:-.1rem 0 .9rem;padding-left:1rem;color:var(--dim)}
.actions{margin:0;padding:0 1rem .9rem 2.75rem}
.quiet>summary{display:flex;cursor:pointer;padding:.4rem 0;color:var(--dim);list-style:none}
.quiet>summary::after{margin-left:.75rem}
.cmd{display:flex;gap:.5rem;align-items:flex-start}
.cmd code{flex:1 1 auto;min-width:0;background:var(--ground);border:1px solid var(--line);border-radius:6px;padding:.35rem .6rem;white-space:pre-wrap}
button,input,select{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:6px;padding:.3rem .65rem;min-width:0}
input,select{height:2.2rem}
button{cursor:pointer}
button:hover{border-color:var(--dim)}
.copy{flex:none;font-size:.86rem}
.js-only,.copy{display:none}
.js .js-only{display:flex}
.js .copy{display:block}
#filters{flex-wrap:wrap;gap:.6rem;align-items:end;margin:0 0 .9rem}
#filters label{display:flex;flex-direction:column;font-size:.86rem;color:var(--dim);flex:1 1 9rem;gap:.15rem}
#filters input,#filters select{color:var(--text);font-size:.95rem;width:100%}
#filters .search{flex:2 1 15rem}
.states{display:flex;flex-wrap:wrap;gap:.4rem;flex:1 1 100%}
.state{display:inline-flex;align-items:center;gap:.45rem}
.state b{font-weight:600;font-variant-numeric:tabular-nums}
.state[aria-pressed=true]{border-color:var(--link);box-shadow:inset 0 0 0 1px var(--link)}
.found{margin:0;flex:1 1 100%;color:var(--dim);min-height:1.6rem}
.squares{display:flex;flex-wrap:wrap;gap:3px;line-height:0}
.squares a,.state i{display:block;width:11px;height:11px;flex:none;forced-color-adjust:none;position:relative}
.few{gap:5px}
.few a{width:20px;height:20px}
.squares .p,.state .p{background:var(--soft-p);border-radius:2px}
.squares .w::before,.state .w::before{content:"";position:absolute;inset:0;background:var(--w);clip-path:polygon(50% 0,100% 100%,0 100%)}
.squares .f,.state .f{background:linear-gradient(45deg,transparent 41%,var(--cross) 41% 59%,transparent 59%),linear-gradient(-45deg,transparent 41%,var(--cross) 41% 59%,transparent 59%),var(--f)}
.squares .i,.state .i{border:2.5px solid var(--i);border-radius:50%}
.squares .s,.state .s{background:radial-gradient(circle,var(--s) 30%,transparent 33%)}
.squares a:hover{outline:2px solid var(--dim);outline-offset:1px}
#tip{position:fixed;pointer-events:none;z-index:2;max-width:min(24rem,90vw);background:var(--text);color:var(--ground);border-radius:6px;padding:.2rem .6rem;font-size:.9rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:1rem}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem;display:flex;flex-direction:column;min-width:0}
figcaption{font-weight:600;margin-bottom:.5rem}
figure .legend{margin:auto 0 0;padding-top:.5rem;font-size:.86rem}
svg{display:block;width:100%;height:auto;forced-color-adjust:none}
svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--dim);font-variant-numeric:tabular-nums}
svg .strong{fill:var(--text);font-weight:600}
svg .mid{text-anchor:middle}
svg .end{text-anchor:end}
svg .axis{stroke:var(--line);fill:none}
svg .line{stroke:var(--link);stroke-width:2;fill:none;stroke-linejoin:round}
svg .dot{fill:var(--link)}
svg rect.p{fill:var(--p)}svg rect.w{fill:var(--w)}svg rect.f{fill:var(--f)}svg rect.i{fill:var(--i)}svg rect.s,svg rect.x{fill:var(--s)}
.dom{content-visibility:auto;contain-intrinsic-size:auto 2.6rem;border-bottom:1px solid var(--line)}
.dom>summary{display:grid;grid-template-columns:7.5rem minmax(8rem,1.2fr) 3rem minmax(0,2fr) 1rem;gap:.75rem;padding:.5rem 0;cursor:pointer;list-style:none;align-items:baseline}
.dom>summary::after{margin-top:0;align-self:center}
.dom[open]>summary::after{margin-top:.3rem}
.dom .n{font-weight:600}
.dom .sc{text-align:right;font-variant-numeric:tabular-nums}
.dom .r{color:var(--dim);font-size:.92rem}
.body{padding:.1rem 0 1.1rem}
.scroll{overflow-x:auto;margin:.4rem 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-top:1px solid var(--line);white-space:nowrap;font-weight:400}
thead th{border-top:0;color:var(--dim);font-size:.86rem}
tbody th small{display:block;color:var(--dim);font-size:.95em}
td.f,td.i{font-weight:650}
td.s,td.x{color:var(--dim)}
td.long{white-space:normal;min-width:9rem}
.own{margin:.2rem 0}
.found-here{list-style:none;margin:.5rem 0 0;padding:0}
.found-here li{margin:0 0 .6rem;padding-left:1.4rem;position:relative}
.found-here .m{position:absolute;left:0}
.found-here .fix{display:block;white-space:pre-line}
.found-here .cmd{margin-top:.3rem}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:2.5rem;font-size:.86rem;border-top:1px solid var(--line)}
footer p{margin:.2rem 0}
@media (max-width:640px){
body{font-size:14px}
main,header,footer{padding-left:.75rem;padding-right:.75rem}
header{padding-top:1rem}
h1{font-size:1.35rem}
.numbers{gap:.4rem}
.numbers div{padding:.5rem .6rem}
.numbers dd{font-size:1.4rem}
.numbers dd small{font-size:.8rem}
.card>summary{padding:.6rem .7rem;gap:.5rem}
.card dl{grid-template-columns:minmax(0,1fr);gap:.1rem;padding:.1rem .7rem .8rem}
.card dd{margin-bottom:.4rem}
.actions{padding:0 .7rem .8rem}
.cmd{flex-direction:column}
.dom>summary{grid-template-columns:minmax(0,1fr) auto 1rem;gap:.1rem .6rem}
.dom .m{grid-column:1}.dom .n{grid-column:1;grid-row:1}.dom .m{grid-row:2;font-size:.92rem}.dom .sc{grid-column:2;grid-row:1}.dom .r{grid-column:1/4;grid-row:3}
.dom>summary::after{grid-column:3;grid-row:1}
}
@media print{
body{font-size:10pt}
main,header,footer{max-width:none;padding:0}
.js-only,.copy,.skip,.actions,#tip,.card>summary::after,.dom>summary::after{display:none!important}
.card,figure,tr{break-inside:avoid}
h2{break-after:avoid}
.plots{grid-template-columns:repeat(3,1fr)}
.squares a{print-color-adjust:exact}
svg{print-color-adjust:exact}
.dom{content-visibility:visible}
.scroll{overflow:visible}
th,td{white-space:normal;padding-right:.4rem;font-size:8pt}
a{color:inherit;text-decoration:none}
}
`;
