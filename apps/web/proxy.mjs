// `npm run dev`: what the API answers itself, the pages of a survey included, comes from there; Vite serves the rest.
const target = `http://127.0.0.1:${process.env.API_PORT ?? 3000}`;

export default { '/api': { target }, '/umfrage': { target }, '/anfrage': { target }, '/enquiry': { target } };
