/**
 * The look of the public pages, in the colours of KERN: one small sheet inside the page, so that it is there with the first byte.
 * Nothing is said by colour alone; every control has an edge of at least 3:1 and is large enough for a thumb.
 */
export const PUBLIC_PAGE_STYLE = `
:root{color-scheme:light dark;
--page:light-dark(oklch(96.72% .0041 271),oklch(20.23% .0321 278));
--card:light-dark(#fff,oklch(25.07% .0381 277));
--ink:light-dark(oklch(20.23% .0321 278),#fff);
--quiet:light-dark(oklch(42.13% .0539 276),oklch(86.57% .0195 276));
--line:light-dark(oklch(86.57% .0195 276),oklch(38.09% .0534 277));
--edge:light-dark(oklch(53.33% .057 277),oklch(66.96% .0447 278));
--act:light-dark(oklch(42.84% .1689 265),oklch(75.39% .0772 265));
--on-act:light-dark(#fff,#000);
--chosen:light-dark(oklch(96.31% .0103 262),oklch(33.39% .0479 277));
--bad:light-dark(oklch(48.75% .2 29),oklch(79.13% .105 29));
--good:light-dark(oklch(40.58% .0817 168),oklch(65.26% .1254 170))}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.5 "Fira Sans",system-ui,sans-serif}
.bar{max-width:40rem;margin:auto;padding:.75rem 1rem;display:flex;justify-content:space-between;align-items:center;gap:1rem}
.bar b{font-weight:600}
main{max-width:40rem;margin:0 auto 2rem;padding:1.5rem 1rem;background:var(--card);border-block:1px solid var(--line)}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
p{margin:0 0 1rem}
.quiet{color:var(--quiet);font-size:.9375rem}
a{color:var(--act);text-underline-offset:.15em}
.bar a{padding:.5rem 0}
fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}
legend,.label{font-weight:600;padding:0;margin:0 0 .5rem;display:block}
legend small,.label small{font-weight:400;color:var(--quiet)}
.grades{display:grid;gap:.5rem}
.grades label,.pick label,.check{display:flex;align-items:center;gap:.75rem;min-height:3rem;padding:.5rem .75rem;border:1px solid var(--edge);border-radius:4px;cursor:pointer}
.grades b{font-size:1.25rem;min-width:1ch;font-variant-numeric:tabular-nums}
.pick{display:flex;gap:.5rem;flex-wrap:wrap}
.pick label{flex:1 1 7rem}
label:has(:checked){background:var(--chosen);border-color:var(--act);box-shadow:inset 0 0 0 1px var(--act);font-weight:600}
input[type=radio],input[type=checkbox]{accent-color:var(--act);width:1.25rem;height:1.25rem;margin:0;flex:none}
input[type=text],input[type=email],input[type=tel],select,textarea{width:100%;min-height:3rem;padding:.75rem;border:1px solid var(--edge);border-radius:4px;background:transparent;color:inherit;font:inherit}
textarea{min-height:7rem}
select{background:var(--card)}
.hint{display:block;color:var(--quiet);font-size:.9375rem;margin:.25rem 0 0}
.wrong{display:block;color:var(--bad);font-weight:600;margin:.25rem 0 0}
[aria-invalid=true]{border:2px solid var(--bad)}
.away{position:absolute;left:-200vw;width:1px;height:1px;overflow:hidden}
.two{display:grid;gap:0 1rem}.two>*{min-width:0}
button{width:100%;min-height:3.25rem;border:0;border-radius:4px;background:var(--act);color:var(--on-act);font:inherit;font-weight:600;cursor:pointer}
:focus-visible,label:has(:focus-visible){outline:3px solid var(--act);outline-offset:2px}
.error{border-left:4px solid var(--bad);padding:.5rem .75rem;margin:0 0 1.25rem}
.error,.error a{color:var(--bad);font-weight:600}
.done{width:3rem;height:3rem;color:var(--good);display:block;margin:0 0 1rem}
.stop{color:var(--quiet)}
summary{cursor:pointer;padding:.75rem 0;font-weight:600;color:var(--act)}summary small{font-weight:400;color:var(--quiet)}
details{margin:0 0 1rem}details[open] summary{margin:0 0 .5rem}
.group{margin:0 0 1.5rem}
footer{max-width:40rem;margin:0 auto 3rem;padding:0 1rem}
@media(min-width:34rem){.grades,.two{grid-template-columns:1fr 1fr}main{border:1px solid var(--line);border-radius:8px;padding:2rem}button{width:auto;min-width:12rem;padding:0 2rem}}
`;
