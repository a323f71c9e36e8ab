export const signInPage = () => import('./sign-in/sign-in-page').then((file) => file.SignInPage);
