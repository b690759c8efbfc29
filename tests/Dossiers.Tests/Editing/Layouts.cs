namespace EmrSec.Dossiers.Tests.Editing;

/// <summary>Dossiers of systems a, b (a's component) and c, written in the ways people write them.</summary>
internal static class Layouts
{
    public static readonly string[] SystemIds = ["a", "b", "c"];

    public static readonly string[] All =
    [
        """
        schema: emrsec.dossier/1
        # đầu tệp
        facility:
          code: "27-001"   # mã
          name: Bệnh viện mẫu
          kind: hospital # loại
          beds:   # số giường?
          dayTreatment:
          address: >-
            Số 1 # không phải chú thích
            đường Mẫu

        # các mốc
        milestones:
          emrCompleted: 2025-09-20   # xong
          dossierApproved: none
          # còn lại chưa khai
        owner: { name: Sở Y tế }   # chủ quản
        systems:
          # hệ thống chính
          - id: a
            name: A
            information:   # loại
              - private    # riêng
              # giữa danh sách
              - personal
            onlineServices: []
            users:
              # đếm tài khoản
              850
            dataSubjects:
              basic: 1 # cơ bản
              sensitive:
            scope: |  # phạm vi
              một
                hai

            kinds:
            - his
            zones:
              - { name: DMZ, kind: dmz }
            components:
              # thành phần
              - id: b
                name: B
                users: 5
            # hết a
          - id: c
            name: C
        # trả lời
        answers:
          tt12.m.1.1.1: { status: met, how: "có: #1" }   # xong
          c/tt12.m.1.1.2:
            status: unmet
        """,
        """
        # không thụt lề trong danh sách
        schema: emrsec.dossier/1
        facility: { name: "Bệnh viện mẫu", beds: , code }
        systems:
        - { id: a, name: A, users: 5, dataSubjects: { basic: 1 }, information: [private, personal], # a
            components: [{ id: b, name: B }] }
        -
          id: c
          name: C
          scope: "một

            hai"   # phạm vi
        answers: {}

        """,
        """
        ---
        {
          "schema": "emrsec.dossier/1",  # kiểu JSON
          "facility": { "name": "Bệnh viện mẫu", "beds": 300 },
          "milestones": {},
          "systems": [
            { "id": "a", "name": "A", "kinds": ["his", "emr"], "components": [ { "id": "b", "name": "B", "harm": null } ] },
            { "id": "c", "name": "C", "scope": "một" }  # hết
          ]
        }
        """,
        """
        schema: emrsec.dossier/1
        facility:
            name:      Bệnh viện mẫu
                       # tiếp
            province:  bac-ninh
        milestones:
            # chưa có gì
        systems:
            -   id: a
                name: A
                users: ~
                components:
                    -   id: b
                        name: B
                        components:
                            -   id: c
                                name: C
                                scope: một
                                       hai
        ...
        """,
        "schema: emrsec.dossier/1\nfacility:\n  name: A\nsystems: [{id: a, name: A, components: [{id: b, name: B}]}, {id: c, name: C}]",
    ];
}
