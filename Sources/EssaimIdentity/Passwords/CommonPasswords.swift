/// The passwords that are tried first, French and English, written lower-case without accents or spaces. A list of our
/// own, kept short on purpose: the policy looks for them dressed and combined, which a list of millions would not.
enum CommonPasswords {
    /// Pairs of characters that follow each other on a row of keys or in the alphabet, either way, the row being a
    /// ring.
    static let steps: Set<[Character]> = Set(
        rows.map(Array.init).flatMap { row in
            row.indices.flatMap { index in
                let next = row[(index + 1) % row.count]
                return [[row[index], next], [next, row[index]]]
            }
        })

    private static let rows = [
        "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1234567890",
        "1a2z3e4r5t6y7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "aqwzsxedcrfvtgbyhnuj", "qazwsxedcrfvtgbyhnuj",
        "&e\"'(-e_ca)=", "!@#$%^&*()_+",
    ]

    static let all: Set<String> = words.union(dressed)

    /// Long ones whose figures and signs are part of what people type.
    private static let dressed: Set<String> = [
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "a1b2c3d4e5f6", "123abc456def", "abc123abc123", "abcd1234abcd",
        "1234azerty1234",
        "azerty123456", "qwerty123456", "password1234", "motdepasse12", "123456azerty", "azertyuiop123",
        "0000azerty0000",
    ]

    /// One word each; found alone, with figures around, or several together.
    static let words: Set<String> = Set(
        """
        motdepasse passe password passwort pass passw word passphrase secret azerty azertyuiop qwerty qwertyuiop
        qwertz qsdfgh qsdfghjklm wxcvbn asdfgh asdfghjkl zxcvbn zxcvbnm aqwzsx qazwsx abcd abcdef abcdefgh bonjour
        bonsoir salut coucou hello welcome bienvenue admin administrateur administrator root toor user utilisateur
        invite guest login connexion compte account test tester testing essai demo exemple example sample default
        defaut changeme changer changezmoi change temporaire temp provisoire nouveau newpass letmein ouvretoi sesame
        opensesame entrer iloveyou jetaime jtaime amour love lovely loveyou monamour moncoeur cheri cherie doudou
        loulou chouchou bebe bisous bisou soleil sunshine etoile lune princesse princess prince dragon monkey tigre
        tiger lion panda chat chaton chien papillon dauphin licorne pokemon pikachu naruto superman batman spiderman
        starwars starwar matrix master maitre shadow trustno killer ninja samurai freedom liberte egalite fraternite
        france paris marseille lyon toulouse bordeaux lille nantes rennes brest strasbourg nice bretagne alsace
        provence corsica corse football rugby tennis basket basketball baseball hockey soccer psg olympique allezlom
        allezom champion zidane ronaldo messi mbappe nicolas thomas camille julien julie marie sophie isabelle
        nathalie martine monique michel philippe pierre paul jean louis louise alexandre maxime antoine charlotte
        caroline celine stephane laurent olivier sebastien vincent michael jessica ashley daniel jordan george andrew
        charlie robert maman papa famille family enfant enfants maison house voiture ferrari porsche mercedes peugeot
        renault citroen yamaha harley mustang corvette computer ordinateur internet google facebook instagram youtube
        orange sfr free wanadoo hotmail gmail yahoo windows microsoft apple samsung iphone android linux oracle cisco
        chocolat chocolate cookie banane banana cerise pomme vanille caramel pepper ginger fleur flower rose violette
        marguerite musique music guitare guitar metal rock janvier fevrier mars avril juin juillet aout septembre
        octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche hiver printemps ete automne
        winter spring summer autumn noel joyeuxnoel vacances medecin medecine docteur doctor infirmier infirmiere
        hopital hospital clinique cabinet sante health patient patients pharmacie secretariat accueil chirurgie
        urgence urgences cardio cardiologie dermato dermatologie essaim swarm reseau telesante teleexpertise expertise
        equipe soins specialiste bretonne whatever nothing rien access acces security securite system systeme server
        serveur service batterie qwer asdf zxcv hunter
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
