import { GRADES, GRADE_WORDS, SURVEY_COMMENT_LENGTH, type SurveyDto } from '@lotse/feedback/contract';
import { DONE_TICK, html, type Html, publicPage } from '@lotse/shared/api';
import { CASE_TYPE_WORDS, type Language, plainDay } from '../survey-words';
import { type PageTexts, TEXTS } from './texts';

/** What every page needs. */
export interface PageFrame {
  language: Language;
  /** Allows the one style sheet inside the page. */
  nonce: string;
  /** Address of this page, for the switch of language. */
  path: string;
}

/** What was typed, as it came; kept when something is missing. */
export type Typed = Partial<Record<'serviceGrade' | 'durationGrade' | 'recommend' | 'comment' | 'callBack', string>>;
export type Fault = keyof PageTexts['fault'];

function page({ language, nonce, path }: PageFrame, title: string, content: Html): string {
  const { other } = TEXTS[language];
  return publicPage({ language, nonce, title, other: { ...other, href: `${path}?lang=${other.language}` }, isPersonal: true }, content);
}

/** One sentence instead of a form; `isDone` with a tick. */
export function messagePage(frame: PageFrame, { title, text }: { title: string; text: string }, isDone = false): string {
  return page(
    frame,
    title,
    html`<main>
      ${isDone && DONE_TICK}
      <h1>${title}</h1>
      <p>${text}</p>
      ${isDone && html`<p class="quiet">${TEXTS[frame.language].mayClose}</p>`}
    </main>`,
  );
}

/** Asks before noting an objection, since a scanner may have opened the link. */
export function objectionPage(frame: PageFrame, organisation: string): string {
  const { objection } = TEXTS[frame.language];
  return page(
    frame,
    objection.title,
    html`<main>
      <h1>${objection.title}</h1>
      <p>${objection.text(organisation)}</p>
      <form method="post" action="${frame.path}?lang=${frame.language}"><button>${objection.button}</button></form>
    </main>`,
  );
}

function grades(language: Language, name: 'serviceGrade' | 'durationGrade', legend: Html, typed: Typed, isRequired: boolean): Html {
  return html`<fieldset id="${name}">
    <legend>${legend}</legend>
    <div class="grades">
      ${GRADES.map(
        (grade) =>
          html`<label
            ><input
              type="radio"
              name="${name}"
              value="${grade}"
              ${typed[name] === String(grade) && html`checked`}
              ${isRequired && html`required`}
            /><b>${grade}</b> ${GRADE_WORDS[language][grade]}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

function errorSummary(t: PageTexts, faults: readonly Fault[]): Html | false {
  return (
    faults.length > 0 &&
    html`<div class="error" role="alert">
      ${t.faultTitle}${faults.map((fault) => html`<br /><a href="#${fault}">${t.fault[fault]}</a>`)}
    </div>`
  );
}

/** What is optional is folded away, until something of it was filled in. */
const wantsMore = ({ serviceGrade: _, ...more }: Typed, faults: readonly Fault[]): boolean =>
  Object.values(more).some(Boolean) || faults.some((fault) => fault !== 'serviceGrade');

/** The question. Works by thumb, by keyboard and without JavaScript; opening it stores nothing. */
export function surveyPage(frame: PageFrame, survey: SurveyDto, typed: Typed, faults: readonly Fault[] = []): string {
  const { language, path } = frame;
  const t = TEXTS[language];
  const optional = html` <small>${t.optional}</small>`;
  const recommend = (value: string, word: string) =>
    html`<label><input type="radio" name="recommend" value="${value}" ${typed.recommend === value && html`checked`} />${word}</label>`;
  return page(
    frame,
    `${t.title} – ${survey.organisation}`,
    html`<main>
        <p class="quiet">${survey.organisation}</p>
        <h1>${t.title}</h1>
        <p class="quiet">
          ${survey.company && html`${survey.company}<br />`}${t.about(CASE_TYPE_WORDS[language](survey.caseType), plainDay(survey.closedOn, language))}
          · ${survey.fileNumber}
        </p>
        ${survey.state === 'ANSWERED' && html`<p>${t.again}</p>`} ${errorSummary(t, faults)}
        <form method="post" action="${path}?lang=${language}" ${faults.length > 0 && html`novalidate`}>
          ${grades(language, 'serviceGrade', html`${t.service}`, typed, true)}
          <details ${wantsMore(typed, faults) && html`open`}>
            <summary>${t.more}${optional}</summary>
            ${grades(language, 'durationGrade', html`${t.duration}`, typed, false)}
            <fieldset id="recommend">
              <legend>${t.recommend}</legend>
              <div class="pick">${recommend('true', t.yes)}${recommend('false', t.no)}</div>
            </fieldset>
            <div class="group">
              <label class="label" for="comment">${t.comment}</label>
              <textarea id="comment" name="comment" maxlength="${SURVEY_COMMENT_LENGTH}">${typed.comment}</textarea>
            </div>
            <div class="group" id="callBack">
              <label class="check"
                ><input type="checkbox" name="callBack" value="true" ${typed.callBack && html`checked`} />${t.callBack}</label
              >
            </div>
          </details>
          <button>${t.send}</button>
        </form>
      </main>
      <footer>
        <p class="quiet">${t.privacy}</p>
        <p><a href="${path}/widerspruch?lang=${language}">${t.object}</a></p>
      </footer>`,
  );
}
