import type { EnquiryType } from '@lotse/intake/contract';

export type Language = 'de' | 'en';
export type FieldName =
  'type' | 'companyName' | 'firstName' | 'lastName' | 'email' | 'phone' | 'postalCode' | 'place' | 'areaSqm' | 'message' | 'consent';

export interface PageTexts {
  other: { language: Language; name: string; path: string };
  title: string;
  lead: string;
  types: Record<EnquiryType, string>;
  label: Record<FieldName, string>;
  hint: Partial<Record<FieldName, string>>;
  optional: string;
  fault: Record<FieldName, string>;
  faultTitle: string;
  again: string;
  tooMany: string;
  nobodyThere: string;
  trap: string;
  privacyTitle: string;
  privacy: string;
  send: string;
  done: { title: string; text: (contact: string, organisation: string) => string; fileNumber: string; mail: string; close: string };
}

/** Everything the page says, in the languages of the business service. */
export const TEXTS: Record<Language, PageTexts> = {
  de: {
    other: { language: 'en', name: 'English', path: '/enquiry' },
    title: 'Was können wir für Ihr Unternehmen tun?',
    lead: 'Ihre Anfrage geht an die Stelle der Region, die zuständig ist. Sie bekommen sofort ein Aktenzeichen und eine Ansprechperson, und innerhalb von drei Arbeitstagen eine Antwort. Das kostet nichts.',
    types: {
      EXPANSION: 'Erweiterung am Standort',
      RELOCATION: 'Verlagerung des Betriebs',
      SETTLEMENT: 'Ansiedlung: ein neuer Standort (wird vertraulich behandelt)',
      OTHER: 'Ein anderes Anliegen',
    },
    label: {
      type: 'Worum geht es?',
      companyName: 'Name des Unternehmens',
      firstName: 'Vorname',
      lastName: 'Nachname',
      email: 'E-Mail-Adresse',
      phone: 'Telefon',
      postalCode: 'Postleitzahl des Standorts',
      place: 'Ort',
      areaSqm: 'Flächenbedarf in Quadratmetern',
      message: 'Ihre Anfrage',
      consent: 'Einwilligung',
    },
    hint: {
      email: 'Dorthin geht die Bestätigung.',
      postalCode: 'Wo Ihr Betrieb liegt oder liegen soll. Ohne sie fragt die Region nach.',
      message: 'Was haben Sie vor, und bis wann?',
    },
    optional: 'freiwillig',
    fault: {
      type: 'Bitte wählen Sie, worum es geht.',
      companyName: 'Bitte nennen Sie Ihr Unternehmen.',
      firstName: 'Bitte nennen Sie Ihren Vornamen.',
      lastName: 'Bitte nennen Sie Ihren Nachnamen.',
      email: 'Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@firma.de.',
      phone: 'Bitte geben Sie die Telefonnummer mit Ziffern an, oder lassen Sie das Feld leer.',
      postalCode: 'Bitte geben Sie die Postleitzahl mit fünf Ziffern an, oder lassen Sie das Feld leer.',
      place: 'Bitte prüfen Sie den Ort, oder lassen Sie das Feld leer.',
      areaSqm: 'Bitte geben Sie die Fläche als Zahl an, zum Beispiel 1500, oder lassen Sie das Feld leer.',
      message: 'Bitte schreiben Sie kurz, worum es geht (höchstens 4000 Zeichen).',
      consent: 'Ohne Ihre Einwilligung dürfen wir Ihre Anfrage nicht annehmen.',
    },
    faultTitle: 'Bitte prüfen Sie noch:',
    again: 'Diese Seite war zu lange offen. Ihre Angaben stehen noch hier; bitte senden Sie sie noch einmal.',
    tooMany: 'Von Ihrem Anschluss oder Ihrer Adresse kamen gerade viele Anfragen. Bitte versuchen Sie es in einer Stunde noch einmal.',
    nobodyThere: 'Zurzeit kann hier niemand Anfragen annehmen. Bitte rufen Sie Ihre Kommune oder den Kreis an.',
    trap: 'Bitte leer lassen',
    privacyTitle: 'Was mit Ihren Angaben geschieht',
    privacy:
      'Verantwortlich ist die Stelle, die Ihre Anfrage bearbeitet; ihr Name steht in der Bestätigung. Rechtsgrundlage ist Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO). Andere Stellen der Region sehen Ihre Anfrage nur, wenn sie ihnen zur Bearbeitung übergeben wird. Sie können Auskunft, Berichtigung und Löschung verlangen und sich bei der Datenschutzaufsicht beschweren. Diese Seite setzt keine Cookies und lädt nichts von anderen Anbietern.',
    send: 'Anfrage absenden',
    done: {
      title: 'Ihre Anfrage ist angekommen',
      text: (contact, organisation) => `${contact} (${organisation}) meldet sich innerhalb von drei Arbeitstagen bei Ihnen.`,
      fileNumber: 'Ihr Aktenzeichen',
      mail: 'Eine Bestätigung geht an Ihre E-Mail-Adresse.',
      close: 'Sie können diese Seite schließen.',
    },
  },
  en: {
    other: { language: 'de', name: 'Deutsch', path: '/anfrage' },
    title: 'What can we do for your company?',
    lead: 'Your enquiry goes to the office of the region that is responsible. You get a file number and a contact at once, and an answer within three working days. It is free of charge.',
    types: {
      EXPANSION: 'Expansion at our site',
      RELOCATION: 'Relocation of our business',
      SETTLEMENT: 'Settlement: a new site (treated as confidential)',
      OTHER: 'Something else',
    },
    label: {
      type: 'What is it about?',
      companyName: 'Company name',
      firstName: 'First name',
      lastName: 'Last name',
      email: 'E-mail address',
      phone: 'Phone',
      postalCode: 'Postal code of the site',
      place: 'Town',
      areaSqm: 'Area needed in square metres',
      message: 'Your enquiry',
      consent: 'Consent',
    },
    hint: {
      email: 'The receipt goes there.',
      postalCode: 'Where your business is, or where it is to be. Without it the region asks you.',
      message: 'What do you plan, and by when?',
    },
    optional: 'optional',
    fault: {
      type: 'Please choose what it is about.',
      companyName: 'Please enter the name of your company.',
      firstName: 'Please enter your first name.',
      lastName: 'Please enter your last name.',
      email: 'Please enter a complete e-mail address, such as name@company.com.',
      phone: 'Please enter the phone number in digits, or leave the field empty.',
      postalCode: 'Please enter the postal code with five digits, or leave the field empty.',
      place: 'Please check the town, or leave the field empty.',
      areaSqm: 'Please enter the area as a number, such as 1500, or leave the field empty.',
      message: 'Please write briefly what it is about (4000 characters at most).',
      consent: 'Without your consent we may not take your enquiry.',
    },
    faultTitle: 'Please check:',
    again: 'This page was open for too long. What you entered is still here; please send it once more.',
    tooMany: 'Many enquiries have just come from your connection or address. Please try again in an hour.',
    nobodyThere: 'At the moment nobody can take enquiries here. Please call your municipality or the district.',
    trap: 'Please leave empty',
    privacyTitle: 'What happens to your data',
    privacy:
      'Responsible is the office that handles your enquiry; the receipt names it. The legal basis is your consent (Art. 6 (1) a GDPR). Other offices of the region see your enquiry only if it is handed over to them to work on. You may ask for access, correction and erasure, and complain to the data protection authority. This page sets no cookies and loads nothing from other providers.',
    send: 'Send enquiry',
    done: {
      title: 'Your enquiry has arrived',
      text: (contact, organisation) => `${contact} (${organisation}) will get in touch with you within three working days.`,
      fileNumber: 'Your file number',
      mail: 'A receipt is on its way to your e-mail address.',
      close: 'You may close this page.',
    },
  },
};
