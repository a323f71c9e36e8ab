import { CONSENT_TEXTS, CONSENT_VERSION, ENQUIRY_MESSAGE_MAX, ENQUIRY_TYPES, type EnquiryReceivedDto } from '@lotse/intake/contract';
import { DONE_TICK, html, type Html, publicPage } from '@lotse/shared/api';
import { type FieldName, type Language, TEXTS } from './texts';

/** What every page needs. */
export interface PageFrame {
  language: Language;
  /** Allows the one style sheet inside the page. */
  nonce: string;
  /** Region the link names, kept over errors and languages. */
  region: string | undefined;
}

/** What was typed, as it came. */
export type Typed = Partial<Record<FieldName, string>>;

const query = (region: string | undefined): string => (region ? `?region=${encodeURIComponent(region)}` : '');

function page({ language, nonce, region }: PageFrame, title: string, content: Html): string {
  const { other } = TEXTS[language];
  return publicPage({ language, nonce, title, other: { ...other, href: `${other.path}${query(region)}` } }, content);
}

interface Kind {
  type?: 'text' | 'email' | 'tel';
  autocomplete?: string;
  max?: number;
  inputMode?: 'numeric';
  isOptional?: boolean;
}

/** Tied to its label, its hint and its fault; what was typed stays. */
function field(language: Language, name: FieldName, typed: Typed, faults: readonly FieldName[], kind: Kind): Html {
  const t = TEXTS[language];
  const isWrong = faults.includes(name);
  const hint = t.hint[name];
  const described = [hint && `${name}-hint`, isWrong && `${name}-fault`].filter(Boolean).join(' ');
  return html`<div class="group">
    <label class="label" for="${name}">${t.label[name]}${kind.isOptional && html` <small>(${t.optional})</small>`}</label>
    ${
      name === 'message'
        ? html`<textarea
            id="message"
            name="message"
            required
            maxlength="${ENQUIRY_MESSAGE_MAX}"
            ${isWrong && html`aria-invalid="true"`}
            aria-describedby="${described}"
          >
${typed.message}</textarea>`
        : html`<input
            id="${name}"
            name="${name}"
            type="${kind.type ?? 'text'}"
            value="${typed[name]}"
            maxlength="${kind.max ?? 120}"
            ${!kind.isOptional && html`required`}
            ${kind.autocomplete && html`autocomplete="${kind.autocomplete}"`}
            ${kind.inputMode && html`inputmode="${kind.inputMode}"`}
            ${isWrong && html`aria-invalid="true"`}
            ${described && html`aria-describedby="${described}"`}
          />`
    }
    ${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}
    ${isWrong && html`<span class="wrong" id="${name}-fault">${t.fault[name]}</span>`}
  </div>`;
}

/** Above the form: every fault leads to its field. */
function summary(language: Language, faults: readonly FieldName[], notice: string | undefined): Html | false {
  const t = TEXTS[language];
  if (notice) return html`<div class="error" role="alert">${notice}</div>`;
  if (faults.length === 0) return false;
  return html`<div class="error" role="alert">
    ${t.faultTitle}${faults.map((fault) => html`<br /><a href="#${fault}">${t.fault[fault]}</a>`)}
  </div>`;
}

function typeChoice(language: Language, typed: Typed, faults: readonly FieldName[]): Html {
  const t = TEXTS[language];
  return html`<fieldset id="type">
    <legend>${t.label.type}</legend>
    <div class="grades">
      ${ENQUIRY_TYPES.map(
        (type) =>
          html`<label
            ><input type="radio" name="type" value="${type}" required ${typed.type === type && html`checked`} />${t.types[type]}</label
          >`,
      )}
    </div>
    ${faults.includes('type') && html`<span class="wrong">${t.fault.type}</span>`}
  </fieldset>`;
}

/** The form. Works by thumb, by keyboard and without JavaScript; opening it stores nothing. */
export function formPage(frame: PageFrame, seal: string, typed: Typed = {}, faults: readonly FieldName[] = [], notice?: string): string {
  const { language, region } = frame;
  const t = TEXTS[language];
  const one = (name: FieldName, kind: Kind = {}) => field(language, name, typed, faults, kind);
  const content = html`<main>
      <h1>${t.title}</h1>
      <p class="quiet">${t.lead}</p>
      ${summary(language, faults, notice)}
      <form method="post" action="${language === 'en' ? '/enquiry' : '/anfrage'}${query(region)}" ${faults.length > 0 && html`novalidate`}>
        ${typeChoice(language, typed, faults)} ${one('companyName', { autocomplete: 'organization', max: 200 })}
        <div class="two">
          ${one('firstName', { autocomplete: 'given-name', max: 100 })} ${one('lastName', { autocomplete: 'family-name', max: 100 })}
        </div>
        ${one('email', { type: 'email', autocomplete: 'email', max: 254 })}
        ${one('phone', { type: 'tel', autocomplete: 'tel', max: 50, isOptional: true })}
        <div class="two">
          ${one('postalCode', { autocomplete: 'postal-code', max: 5, inputMode: 'numeric', isOptional: true })}
          ${one('place', { autocomplete: 'address-level2', isOptional: true })}
        </div>
        ${one('areaSqm', { inputMode: 'numeric', max: 20, isOptional: true })} ${one('message')}
        <div class="away" aria-hidden="true">
          <label for="subject">${t.trap}</label><input id="subject" name="subject" type="text" tabindex="-1" autocomplete="off" />
        </div>
        <div class="group" id="consent">
          <label class="check"
            ><input type="checkbox" name="consent" value="true" required ${typed.consent && html`checked`} /><span
              >${CONSENT_TEXTS[CONSENT_VERSION]?.[language]}</span
            ></label
          >
          ${faults.includes('consent') && html`<span class="wrong">${t.fault.consent}</span>`}
        </div>
        <input type="hidden" name="consentVersion" value="${CONSENT_VERSION}" />
        <input type="hidden" name="opened" value="${seal}" />
        <button>${t.send}</button>
      </form>
    </main>
    <footer>
      <h2 class="label">${t.privacyTitle}</h2>
      <p class="quiet">${t.privacy}</p>
    </footer>`;
  return page(frame, t.title, content);
}

/** It has arrived: under which number, and who answers. */
export function receivedPage(frame: PageFrame, { fileNumber, contactName, organisationName }: EnquiryReceivedDto): string {
  const { done } = TEXTS[frame.language];
  return page(
    frame,
    done.title,
    html`<main>
      ${DONE_TICK}
      <h1>${done.title}</h1>
      <p>${done.fileNumber}: <strong>${fileNumber}</strong></p>
      <p>${done.text(contactName, organisationName)}</p>
      <p>${done.mail}</p>
      <p class="quiet">${done.close}</p>
    </main>`,
  );
}
