/// How the page looks. Both files are the same for everybody and hold nothing of a project.
enum ClaimStyle {
    /// Changes with the sheet, so that a browser never uses an old one.
    static let version = String(Identifier.digest(of: sheet).prefix(12))

    static let sheet = """
        :root {
          color-scheme: light dark;
          --ground: #f6f4f1;
          --card: #ffffff;
          --ink: #1d1b19;
          --quiet: #66605a;
          --line: #e3ded8;
          --accent: #a8431c;
          --on-accent: #ffffff;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #161412;
            --card: #211e1b;
            --ink: #f1ece6;
            --quiet: #a89f96;
            --line: #37322d;
            --accent: #f0936a;
            --on-accent: #1d120c;
          }
        }
        * { box-sizing: border-box; margin: 0; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          background: var(--ground);
          color: var(--ink);
          font: 1rem/1.5 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
          margin: 0 auto;
          max-width: 62rem;
          padding: clamp(1rem, 4vw, 3rem) clamp(1rem, 4vw, 2rem);
        }
        h1 {
          font-size: clamp(1.6rem, 5vw, 2.6rem);
          letter-spacing: -0.02em;
          line-height: 1.15;
          overflow-wrap: anywhere;
          text-wrap: balance;
        }
        h2 { font-size: 1.15rem; margin-bottom: 0.75rem; }
        .unseen { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
        .facts, .time, .change, footer { color: var(--quiet); }
        .facts { margin-top: 0.5rem; }
        section { margin-top: clamp(1.5rem, 4vw, 2.5rem); }
        video {
          background: #000;
          border-radius: 0.75rem;
          display: block;
          height: auto;
          margin: 0 auto;
          max-height: 80vh;
          max-width: 100%;
          width: auto;
        }
        .actions { margin-top: 1rem; text-align: center; }
        .button {
          background: var(--accent);
          border-radius: 999px;
          color: var(--on-accent);
          display: inline-block;
          font-weight: 600;
          padding: 0.7rem 1.5rem;
          text-decoration: none;
        }
        .button:hover { filter: brightness(1.08); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
        .note {
          background: var(--card);
          border: 1px solid var(--line);
          border-radius: 0.75rem;
          margin-top: 1rem;
          overflow-wrap: anywhere;
          padding: 1rem 1.25rem;
        }
        .note p ~ p { color: var(--quiet); }
        progress { accent-color: var(--accent); display: block; height: 0.75rem; margin: 0.6rem 0; width: 100%; }
        ol, ul { list-style: none; padding: 0; }
        .pictures { display: grid; gap: clamp(0.5rem, 2vw, 1rem); grid-template-columns: repeat(auto-fill, minmax(min(11rem, 44%), 1fr)); }
        .pictures.portrait { grid-template-columns: repeat(auto-fill, minmax(min(8rem, 30%), 1fr)); }
        .pictures li, .texts li {
          background: var(--card);
          border: 1px solid var(--line);
          border-radius: 0.75rem;
          counter-increment: picture;
          overflow: hidden;
          padding-bottom: 0.6rem;
          position: relative;
        }
        .pictures li::before {
          background: rgb(0 0 0 / 0.6);
          border-radius: 999px;
          color: #fff;
          content: counter(picture);
          font-size: 0.75rem;
          font-weight: 600;
          left: 0.5rem;
          line-height: 1;
          padding: 0.3rem 0.5rem;
          position: absolute;
          top: 0.5rem;
        }
        .pictures img {
          aspect-ratio: 16 / 9;
          background: var(--line);
          color: var(--quiet);
          display: block;
          font-size: 0.8rem;
          margin-bottom: 0.5rem;
          object-fit: cover;
          width: 100%;
        }
        .pictures img.whole { object-fit: contain; }
        .portrait img { aspect-ratio: 9 / 16; }
        .square img { aspect-ratio: 1; }
        .tall img { aspect-ratio: 4 / 5; }
        .pictures p { padding: 0 0.75rem; }
        .pictures.portrait p { padding: 0 0.5rem; }
        .name { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .time, .change { font-size: 0.85rem; font-variant-numeric: tabular-nums; }
        .change::before { content: "\\2194\\00a0"; }
        .texts { display: grid; gap: 0.75rem; }
        .texts li { padding: 0.75rem 1.25rem; }
        .words { font-weight: 600; overflow-wrap: anywhere; }
        .nothing { padding-top: 15vh; text-align: center; }
        .nothing p { color: var(--quiet); margin: 1rem auto 0; max-width: 34rem; }
        footer { border-top: 1px solid var(--line); font-size: 0.85rem; margin-top: 3rem; padding-top: 1rem; }

        """

    /// A frame of film with a triangle that says play.
    static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="7" fill="#a8431c"/>
        <path d="M12 9.5v13l11-6.5z" fill="#fff"/>
        </svg>

        """
}
