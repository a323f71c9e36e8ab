/** Group of the transformations (class-transformer) that read the text values of a form; JSON bodies are read without them. */
export const FORM = 'form';
