extension FuzzedFile {
    /// Files of ours: the least that a network says, and much of what it may.
    static let files = [
        """
        reseau: essai
        nom: Réseau d’essai
        zones:
          nord:
            nom: Nord
            departements: [22, 29]
        equipes:
          nord:
            nom: Équipe du nord
        lignes:
          peau:
            titre: Peau
            genre: teleexpertise
            etat: ouverte
            equipes:
              nord: nord
        """,
        """
        reseau: essai-2
        nom: "Réseau : d’essai"
        fuseau: UTC
        telephone: 02 61 91 00 01
        cadre: region
        catalogue: public
        entete:
          lignes: [Réseau, "12, rue de l’Essai"]
        phrases:
          revoir:
            titre: Revoir
            texte: "Une ligne.\\nUne autre : *ici*."
        objectifs:
          reponse-48h: 80
        partenaires:
          chu:
            nom: CHU
            genre: hopital
            finess: 2A0000014
            commune: 2A004
        zones:
          nord:
            nom: Nord
            departements: [22, 2A]
            deborde: sud
          sud:
            nom: Sud
            communes: [56260]
            codes-postaux: [22300]
          tout:
            nom: Tout
            reunit: [nord, sud]
        surspecialites:
          melanome: Mélanome
        equipes:
          nord:
            nom: Nord
            partenaire: chu
        garantie:
          ligne: peau
          telephone: 15
          attente: Appelez le 15.
        lignes:
          peau:
            titre: Peau
            resume: Une lésion
            mots: [grain de beauté]
            specialite: Dermatologie
            genre: teleexpertise
            etat: a-venir
            a-partir: 2027-03-01
            formulaire: dermatologie
            professions: [medecin, infirmier]
            demandeurs: invites
            territoire: [22]
            delais:
              urgent: 24 h
              simple: 20 h ouvrees
            horaires:
              lun-ven: 9h-12h30, 14h-19h
              feries: ouvert
              fermetures: [2026-12-24]
            canaux:
              - genre: telephone
                adresse: 02 61 91 00 02
                note: Le matin
            aiguillage:
              ensemble: 2
              deborde:
                nord: [sud]
            equipes:
              nord: nord
        membres:
          eva:
            nom: Exemple
            prenom: Éva
            rpps: 10000123458
            profession: medecin
            courriel: eva@exemple.fr
            equipes:
              nord: senior
        permanences:
          lundi:
            equipe: nord
            qui: eva
            jours: [lun, mar]
            heures: 20h-8h
            du: 2026-11-02
        """,
    ]
}
