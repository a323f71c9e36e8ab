import type { Language } from '../survey-words';

/** Every sentence of the public pages. */
export interface PageTexts {
  other: { language: Language; name: string };
  title: string;
  about: (type: string, day: string) => string;
  again: string;
  service: string;
  duration: string;
  more: string;
  recommend: string;
  yes: string;
  no: string;
  comment: string;
  optional: string;
  callBack: string;
  send: string;
  privacy: string;
  object: string;
  fault: Record<'serviceGrade' | 'durationGrade' | 'recommend' | 'comment' | 'callBack', string>;
  faultTitle: string;
  thanks: { title: string; text: string };
  replaced: { title: string; text: string };
  expired: { title: string; text: string };
  unknown: { title: string; text: string };
  usedUp: { title: string; text: string };
  objection: { title: string; text: (organisation: string) => string; button: string };
  objected: { title: string; text: string };
  mayClose: string;
}

export const TEXTS: Record<Language, PageTexts> = {
  de: {
    other: { language: 'en', name: 'English' },
    title: 'Wie war unser Service?',
    about: (type, day) => `${type}, abgeschlossen am ${day}`,
    again: 'Sie haben bereits geantwortet. Wenn Sie noch einmal absenden, ersetzt das Ihre erste Antwort.',
    service: 'Ihre Note für unseren Service',
    duration: 'Ihre Note für die Dauer des Verfahrens',
    more: 'Möchten Sie mehr sagen?',
    recommend: 'Würden Sie uns weiterempfehlen?',
    yes: 'Ja',
    no: 'Nein',
    comment: 'Was möchten Sie uns sagen?',
    optional: '(freiwillig)',
    callBack: 'Bitte rufen Sie mich zurück.',
    send: 'Absenden',
    privacy:
      'Ihre Antwort ist vertraulich, aber nicht anonym: Die Leitung der Stelle, die Ihr Anliegen abgeschlossen hat, sieht sie, damit sie Ihnen weiterhelfen kann. Alle anderen sehen nur Zahlen aus mindestens fünf Antworten.',
    object: 'Keine solchen Fragen mehr erhalten',
    fault: {
      serviceGrade: 'Bitte wählen Sie eine Note für unseren Service.',
      durationGrade: 'Bitte wählen Sie eine Note von 1 bis 6 für die Dauer, oder keine.',
      recommend: 'Bitte wählen Sie Ja oder Nein, oder lassen Sie die Frage offen.',
      comment: 'Bitte kürzen Sie Ihren Text auf höchstens 4000 Zeichen.',
      callBack: 'Bitte prüfen Sie Ihren Wunsch nach einem Rückruf.',
    },
    faultTitle: 'Noch nicht gesendet',
    thanks: {
      title: 'Vielen Dank!',
      text: 'Ihre Antwort ist angekommen. In den nächsten 14 Tagen können Sie sie über denselben Link ändern.',
    },
    replaced: { title: 'Vielen Dank!', text: 'Ihre neue Antwort ist angekommen und ersetzt die vorherige.' },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Die Frage liegt schon länger zurück und kann nicht mehr beantwortet werden. Wenn Sie uns etwas sagen möchten, rufen Sie uns gern an.',
    },
    unknown: {
      title: 'Diesen Link kennen wir nicht',
      text: 'Vielleicht wurde er beim Kopieren abgeschnitten. Bitte öffnen Sie ihn noch einmal direkt aus der E-Mail.',
    },
    usedUp: {
      title: 'Diese Frage ist bereits beantwortet',
      text: 'Ihre Antwort liegt mehr als 14 Tage zurück und lässt sich nicht mehr ändern. Wenn Sie uns etwas sagen möchten, rufen Sie uns gern an.',
    },
    objection: {
      title: 'Keine Fragen zur Zufriedenheit mehr',
      text: (organisation) =>
        `Wenn Sie widersprechen, bekommen Sie von ${organisation} und den Partnern keine solchen E-Mails mehr. Auf Ihre Anliegen hat das keinen Einfluss.`,
      button: 'Widersprechen',
    },
    objected: { title: 'Ihr Widerspruch ist vermerkt', text: 'Sie bekommen keine Fragen zur Zufriedenheit mehr.' },
    mayClose: 'Sie können diese Seite schließen.',
  },
  en: {
    other: { language: 'de', name: 'Deutsch' },
    title: 'How was our service?',
    about: (type, day) => `${type}, closed on ${day}`,
    again: 'You have already answered. If you send again, this replaces your first answer.',
    service: 'Your grade for our service',
    duration: 'Your grade for the time it took',
    more: 'Would you like to say more?',
    recommend: 'Would you recommend us?',
    yes: 'Yes',
    no: 'No',
    comment: 'What would you like to tell us?',
    optional: '(optional)',
    callBack: 'Please call me back.',
    send: 'Send',
    privacy:
      'Your answer is confidential, but not anonymous: the lead of the office that closed your request sees it, to be able to help you. Everybody else sees figures from at least five answers only.',
    object: 'No more questions of this kind',
    fault: {
      serviceGrade: 'Please choose a grade for our service.',
      durationGrade: 'Please choose a grade from 1 to 6 for the time it took, or none.',
      recommend: 'Please choose yes or no, or leave the question open.',
      comment: 'Please shorten your text to at most 4000 characters.',
      callBack: 'Please check your wish to be called back.',
    },
    faultTitle: 'Not sent yet',
    thanks: { title: 'Thank you!', text: 'Your answer has arrived. You can change it with the same link for the next 14 days.' },
    replaced: { title: 'Thank you!', text: 'Your new answer has arrived and replaces the one before.' },
    expired: {
      title: 'This link has expired',
      text: 'The question was asked some time ago and can no longer be answered. If there is something you want to tell us, please give us a call.',
    },
    unknown: {
      title: 'We do not know this link',
      text: 'Maybe it was cut off when it was copied. Please open it again straight from the e-mail.',
    },
    usedUp: {
      title: 'This question has been answered',
      text: 'Your answer is more than 14 days old and can no longer be changed. If there is something you want to tell us, please give us a call.',
    },
    objection: {
      title: 'No more questions about satisfaction',
      text: (organisation) =>
        `If you object, ${organisation} and its partners will not send you such e-mails any more. This has no influence on your requests.`,
      button: 'Object',
    },
    objected: { title: 'Your objection is noted', text: 'You will not get questions about satisfaction any more.' },
    mayClose: 'You may close this page.',
  },
};

/** Which language to speak: what the link says, what the browser asks for, what the company is written to. */
export function chooseLanguage(asked: unknown, accepted: string | undefined, company: Language | undefined): Language {
  if (asked === 'de' || asked === 'en') return asked;
  const wanted = (accepted ?? '').split(',').map((range) => {
    const [tag = '', ...rest] = range.trim().toLowerCase().split(';');
    const quality = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
    return { language: tag.slice(0, 2), quality: Number.isNaN(quality) ? 0 : quality };
  });
  const best = wanted
    .filter(({ language, quality }) => quality > 0 && (language === 'de' || language === 'en'))
    .sort((a, b) => b.quality - a.quality)[0];
  return (best?.language as Language | undefined) ?? company ?? 'de';
}
