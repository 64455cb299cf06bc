// The looks of the page. Each kind of fact has a tint and a rule below it of its own, and every mark carries its id, so
// that nothing is told by colour alone. Text on tints keeps WCAG's 4.5:1 in both schemes; no typeface is fetched.
#include "core/app/review/page.hpp"

namespace herald::app::review {

std::string_view page_style() {
  return R"css(
:root {
  color-scheme: light dark;
  --page: #f6f5f2; --sheet: #ffffff; --ink: #1d2126; --quiet: #586069; --faint: #dcdad4; --accent: #1b4b7f;
  --note: #fff4d6; --flash: #fff0b3; --noise: #646a72;
  --figure: #fbeec4; --figure-line: #7a5200;
  --person: #dbe8fa; --person-line: #1b4b8f;
  --quotation: #eff1f4; --quotation-line: #4b5563;
  --date: #eae2fa; --date-line: #5a35a3;
  --place: #daf0dd; --place-line: #1c6132;
  --organisation: #d2eeee; --organisation-line: #0b5c60;
  --event: #fae0ec; --event-line: #95194f;
  --contact: #f3e5d8; --contact-line: #763f12;
  --link: #e2e8f6; --link-line: #37506b;
  --point-line: #a02c1c; --rejected-line: #6b6259;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --sheet: #1b1f25; --ink: #e7e9ec; --quiet: #a4acb6; --faint: #343a43; --accent: #8fbdf2;
    --note: #3a3115; --flash: #4a411b; --noise: #949ca6;
    --figure: #453812; --figure-line: #f0cb6c;
    --person: #1d3556; --person-line: #a4c8f7;
    --quotation: #272d36; --quotation-line: #b4bdc9;
    --date: #362a58; --date-line: #cbb6fa;
    --place: #1b3d26; --place-line: #93dba6;
    --organisation: #123f42; --organisation-line: #86dadd;
    --event: #4d1d36; --event-line: #f7a8cb;
    --contact: #44301e; --contact-line: #eabd93;
    --link: #26344b; --link-line: #b0c6e2;
    --point-line: #f2a396; --rejected-line: #b5aca2;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 6rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans", sans-serif;
  overflow-wrap: anywhere; }
p, h1, h2, h3, ol, ul, dl, dd { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a { color: var(--accent); }
a:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
code { font: .8125rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; color: var(--quiet); }
.top, .legend ul, main, footer { max-width: 84rem; margin-inline: auto; padding-inline: 1.25rem; }
.top { padding-block: 2rem 1.25rem; }
.brand { font-size: .8125rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); }
h1 { margin-block: .35rem 1.1rem; max-width: 48rem; font: 700 1.75rem/1.25 Georgia, "Noto Serif", "DejaVu Serif", serif;
  text-wrap: balance; }
.about { display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; }
.about div { min-width: 8rem; max-width: 24rem; }
.about dt { font-size: .8125rem; color: var(--quiet); }
.about dt::first-letter { text-transform: uppercase; }
.about .value, .about .from { display: block; }
.about .value { font-weight: 600; }
.about .from { font-size: .8125rem; color: var(--quiet); }
.notes { margin-top: 1rem; padding: .6rem .9rem; background: var(--note); border-radius: 6px; }
.legend { position: sticky; top: 0; z-index: 1; background: var(--page); border-block: 1px solid var(--faint); }
.legend ul { display: flex; gap: .25rem .8rem; padding-block: .5rem; overflow-x: auto; }
.legend li { display: flex; flex: none; align-items: center; gap: .3rem; }
.legend input { width: 1.25rem; height: 1.25rem; margin: 2px; accent-color: var(--accent); }
.legend label { padding-block: .2rem; font-size: .875rem; white-space: nowrap; }
.legend a { min-width: 1.5rem; padding: .2rem .25rem; font-size: .875rem; text-align: center; color: var(--quiet); }
main { display: grid; gap: 1.5rem; padding-block: 1.5rem; }
.text { padding: 1.25rem; background: var(--sheet); border: 1px solid var(--faint); border-radius: 8px; }
h2 { margin-bottom: .9rem; font-size: .8125rem; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); }
.block { margin-bottom: 1rem; }
.block p, .block h3 { font: 1.0625rem/1.85 Georgia, "Noto Serif", "Noto Naskh Arabic", "DejaVu Serif", serif; }
.block h3 { font-weight: 700; }
.heading { margin-top: 1.75rem; }
.title p { font-size: 1.375rem; font-weight: 700; line-height: 1.5; }
.standfirst p { font-size: 1.125rem; font-style: italic; }
.block-quote p { padding-inline-start: 1rem; border-inline-start: 3px solid var(--faint); }
.table p { white-space: pre-wrap; font: .9375rem/1.7 ui-monospace, "DejaVu Sans Mono", monospace; }
.list-item { margin-bottom: .4rem; }
.list-item + .block:not(.list-item) { margin-top: 1rem; }
.list-item p { padding-inline-start: 1.5rem; }
.deeper p { padding-inline-start: 3rem; } .deepest p { padding-inline-start: 4.5rem; }
.marker { display: inline-block; min-width: 1.5rem; margin-inline-start: -1.5rem; color: var(--quiet); }
.noise p, .end-mark p, .image p { color: var(--noise); font: italic .9375rem/1.7 system-ui, "Noto Sans", sans-serif; }
.contact p, .boilerplate p, .caption p, .status p, .date-line p { font-size: 1rem; }
.margin { display: block; font-size: .8125rem; color: var(--quiet); }
.margin:empty { display: none; }
mark, .rejected { color: inherit; }
mark { padding: .12em .18em; background: var(--tint); border-bottom: 2px solid var(--line); border-radius: 3px 3px 0 0;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark mark { padding-block: .04em; }
.figure { --tint: var(--figure); --line: var(--figure-line); }
.person { --tint: var(--person); --line: var(--person-line); border-bottom-style: double; border-bottom-width: 3px; }
.quotation { --tint: var(--quotation); --line: var(--quotation-line); border-bottom-width: 0; }
mark.quotation { border-block: 1px solid var(--line); border-radius: 0; }
.date { --tint: var(--date); --line: var(--date-line); border-bottom-style: dashed; }
.place { --tint: var(--place); --line: var(--place-line); border-bottom-width: 1px; }
.organisation { --tint: var(--organisation); --line: var(--organisation-line); border-bottom-width: 3px; }
.event { --tint: var(--event); --line: var(--event-line); border-bottom-style: groove; border-bottom-width: 4px; }
.contact { --tint: var(--contact); --line: var(--contact-line); border-bottom-style: ridge; border-bottom-width: 4px; }
.link { --tint: var(--link); --line: var(--link-line); border-bottom-style: dotted; }
.point { --tint: transparent; --line: var(--point-line); }
.list, .block { border: 0; }
.rejected { --line: var(--rejected-line); }
span.rejected { border-bottom: 2px dotted var(--line); }
mark.doubted { outline: 2px dotted var(--line); outline-offset: 1px; }
.tag { padding: .15em .3em; font: 600 .75rem/1 system-ui, "Noto Sans", sans-serif; color: var(--line);
  text-decoration: none; white-space: nowrap; direction: ltr; unicode-bidi: isolate; vertical-align: .18em; }
.tag:hover { text-decoration: underline; }
.text .point { --line: var(--point-line); padding-inline: 0 .35em; }
:target { background: var(--flash); }
mark:target, span.rejected:target, a:target { outline: 3px solid var(--accent); outline-offset: 2px; }
.lists section { margin-bottom: 1.5rem; background: var(--sheet); border: 1px solid var(--faint);
  border-inline-start: 5px solid var(--line); border-radius: 8px; }
.lists h3 { padding: .7rem 1rem; font-size: 1rem; }
.count { margin-inline-start: .25rem; font-weight: 400; color: var(--quiet); }
.lists li { padding: .65rem 1rem; border-top: 1px solid var(--faint); }
.lists .head .tag { display: inline-block; min-width: 2rem; margin-inline-end: .25rem; padding: .35em .4em; text-align: center;
  background: var(--tint, transparent); border: 1px solid var(--line); border-radius: 4px; }
.quotation .head b { font-weight: 400; font-style: italic; }
.details, .why, .where { font-size: .9375rem; }
.name { color: var(--quiet); }
.name::after { content: ":"; }
.detail { margin-inline-end: .6rem; }
.why::first-letter { text-transform: uppercase; }
.why { color: var(--quiet); }
.where { display: flex; flex-wrap: wrap; gap: .1rem .7rem; align-items: baseline; }
.where a { padding-block: .1rem; font-size: .875rem; }
.sure { font-size: .875rem; color: var(--quiet); }
.check { margin-block: .25rem; padding: .2rem .5rem; background: var(--note); border-radius: 4px; font-size: .9375rem; }
footer { padding-block: 0 2rem; font-size: .8125rem; color: var(--quiet); }
@media (min-width: 40rem) {
  .text { padding: 1.75rem 2rem; }
  .block { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); }
  .margin, .margin:empty { display: block; padding-top: .5rem; padding-inline-end: .75rem; line-height: 1.3; }
  h1 { font-size: 2.125rem; }
  .legend ul { flex-wrap: wrap; }
}
@media (min-width: 64rem) {
  main { grid-template-columns: minmax(0, 1fr) 25rem; align-items: start; }
  .lists { position: sticky; top: 3.75rem; max-height: calc(100vh - 4.5rem); overflow-y: auto; }
}
)css"
         // A kind whose box is not ticked: its marks are plain words again.
         R"css(
body:has(#show-figure:not(:checked)) .text mark.figure, body:has(#show-person:not(:checked)) .text mark.person,
body:has(#show-quotation:not(:checked)) .text mark.quotation, body:has(#show-date:not(:checked)) .text mark.date,
body:has(#show-place:not(:checked)) .text mark.place, body:has(#show-event:not(:checked)) .text mark.event,
body:has(#show-organisation:not(:checked)) .text mark.organisation, body:has(#show-link:not(:checked)) .text mark.link,
body:has(#show-contact:not(:checked)) .text mark.contact, body:has(#show-rejected:not(:checked)) .text span.rejected {
  padding: 0; background: none; border: 0; outline: 0; }
body:has(#show-figure:not(:checked)) .text mark.figure > .tag,
body:has(#show-person:not(:checked)) .text mark.person > .tag,
body:has(#show-quotation:not(:checked)) .text mark.quotation > .tag,
body:has(#show-date:not(:checked)) .text mark.date > .tag,
body:has(#show-place:not(:checked)) .text mark.place > .tag,
body:has(#show-event:not(:checked)) .text mark.event > .tag,
body:has(#show-organisation:not(:checked)) .text mark.organisation > .tag,
body:has(#show-link:not(:checked)) .text mark.link > .tag,
body:has(#show-contact:not(:checked)) .text mark.contact > .tag,
body:has(#show-rejected:not(:checked)) .text span.rejected > .tag,
body:has(#show-point:not(:checked)) .text .tag.point { display: none; }
@media print {
  .legend { position: static; } .legend input { display: none; }
  .lists { max-height: none; overflow: visible; } main { display: block; }
  mark, .lists .tag { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)css";
}

}  // namespace herald::app::review
